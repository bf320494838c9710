import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

type Props = {
  title?: ReactNode
  /** Beside the title, quiet: a count, a time. */
  aside?: ReactNode
  actions?: ReactNode
  /** No inner margin: for tables and lists that reach the edge. */
  flush?: boolean
  children: ReactNode
}

/** A white card with a hairline; its title names it for screen readers. */
export function Section({ title, aside, actions, flush, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <header className={classes.header}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {aside && <span className={classes.aside}>{aside}</span>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  )
}
