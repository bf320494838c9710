import { StatusBadge } from '../../../_ui/status-badge.tsx'
import type { AlertItem } from '../_queries.ts'
import { stateOf } from '../_states.words.ts'
import { warningLook } from '../_warnings.words.ts'
import classes from './alert-state.module.css'

type Props = {
  alert: Pick<AlertItem, 'activeYN' | 'reason' | 'reasonNote' | 'stopped' | 'pausedUntil' | 'cadence' | 'warnings'>
}

/** On, off or stopped, with the reason under it; and what needs a look before something changes. */
export function AlertState({ alert }: Props) {
  const { tone, label, why } = stateOf(alert)
  // One that was laid to rest says so already.
  const looks = alert.warnings
    .filter(({ evidence }) => !evidence.rested)
    .map((warning) => ({ key: warning.lane, ...warningLook(warning, alert.cadence) }))
  return (
    <span className={classes.state}>
      <span className={classes.badges}>
        <StatusBadge tone={tone}>{label}</StatusBadge>
        {looks.map((look) => (
          <span key={look.key} title={`${look.why}. ${look.next ?? ''}`}>
            <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
          </span>
        ))}
      </span>
      {why && <span className={classes.why}>{why}</span>}
    </span>
  )
}
