import { StatusBadge } from '../../../_ui/status-badge.tsx'
import type { AlertItem } from '../_queries.ts'
import { stateOf } from '../_states.words.ts'
import { warningLook } from '../_warnings.words.ts'
import classes from './alert-state.module.css'

type Props = {
  alert: Pick<
    AlertItem,
    'activeYN' | 'reason' | 'reasonNote' | 'stopped' | 'pausedUntil' | 'contactLeftAt' | 'cadence' | 'warnings'
  >
}

/** On, off or stopped, with the reason under it; and what needs a look before something changes. */
export function AlertState({ alert }: Props) {
  const { tone, label, why } = stateOf(alert)
  return (
    <span className={classes.state}>
      <StatusBadge tone={tone}>{label}</StatusBadge>
      {why && <span className={classes.why}>{why}</span>}
      {alert.warnings.map((warning) => {
        const look = warningLook(warning, alert.cadence)
        return (
          <span key={warning.lane} title={`${look.why}. ${look.next ?? ''}`}>
            <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
          </span>
        )
      })}
    </span>
  )
}
