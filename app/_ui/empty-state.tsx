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
}

/** Says why nothing is here and offers the next step. */
export function EmptyState({ title, children, action, icon: Icon }: Props) {
  return (
    <div className={classes.state}>
      {Icon && (
        <span className={classes.icon}>
          <Icon size={24} stroke={1.5} aria-hidden />
        </span>
      )}
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.words}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
