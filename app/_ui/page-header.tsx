import type { ReactNode } from 'react'
import classes from './page-header.module.css'

type Props = {
  title: ReactNode
  /** One sentence under the title. */
  description?: ReactNode
  /** Above the title: where this page hangs, usually a link back. */
  trail?: ReactNode
  /** Beside the title, e.g. a status badge. */
  aside?: ReactNode
  actions?: ReactNode
}

/** The one `h1` of a page, with its actions at the right. */
export function PageHeader({ title, description, trail, aside, actions }: Props) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {trail && <div className={classes.trail}>{trail}</div>}
        <div className={classes.line}>
          <h1 className={classes.title}>{title}</h1>
          {aside}
        </div>
        {description && <p className={classes.description}>{description}</p>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
