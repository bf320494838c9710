import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './state.module.css'

type Props = {
  /** Why it is empty. */
  title: string
  /** What would fill it. */
  children?: ReactNode
  /** The next step: a button or a link. */
  action?: ReactNode
  icon?: TablerIcon
  /** It is all there is on the page: its title is the page's. */
  page?: boolean
}

/** Says why nothing is here and offers the next step. */
export function EmptyState({ title, children, action, icon: Icon, page = false }: Props) {
  const Heading = page ? 'h1' : 'p'
  return (
    <div className={classes.state}>
      {Icon && (
        <span className={classes.icon}>
          <Icon size={24} stroke={1.5} aria-hidden />
        </span>
      )}
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.words}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
