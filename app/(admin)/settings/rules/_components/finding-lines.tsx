import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { Tone } from '../../../../_ui/tone.ts'
import type { Finding } from '../_queries.ts'
import classes from './rule-list.module.css'

const LEVEL: Record<Finding['level'], { tone: Tone; label: string }> = {
  error: { tone: 'bad', label: 'Wrong' },
  warning: { tone: 'warning', label: 'Look at it' },
  note: { tone: 'neutral', label: 'Good to know' },
}

/** What should be looked at before this is in force, and what can be done about it. */
export function FindingLines({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {findings.map(({ kind, level, words, fix }) => (
        <li key={`${kind}:${words}`} className={classes.finding}>
          <StatusBadge tone={LEVEL[level].tone}>{LEVEL[level].label}</StatusBadge>
          <span>
            {words} <span className={classes.fix}>{fix}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
