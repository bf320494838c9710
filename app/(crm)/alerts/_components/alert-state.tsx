import { StatusBadge } from '../../../_ui/status-badge.tsx'
import type { AlertItem } from '../_queries.ts'
import { stateOf } from '../_states.words.ts'
import classes from './alert-state.module.css'

type Props = { alert: Pick<AlertItem, 'activeYN' | 'reason' | 'reasonNote' | 'stopped' | 'pausedUntil'> }

/** On, off or stopped, with the reason under it. */
export function AlertState({ alert }: Props) {
  const { tone, label, why } = stateOf(alert)
  return (
    <span className={classes.state}>
      <StatusBadge tone={tone}>{label}</StatusBadge>
      {why && <span className={classes.why}>{why}</span>}
    </span>
  )
}
