import { formatCount } from '../../../../_ui/format.ts'
import tones from '../../../../_ui/tone.module.css'
import type { SyncCounts } from '../_queries.ts'
import { partsOf } from '../_streams.words.ts'
import classes from './counts-plot.module.css'

type Props = { counts: Pick<SyncCounts, 'read' | 'inserted' | 'updated' | 'unchanged' | 'quarantined'> }

/** What was read, and what became of it: the parts add up to the whole, and their bars do too. */
export function CountsPlot({ counts }: Props) {
  const { read } = counts
  return (
    <ul className={classes.plot}>
      {[{ label: 'Read', count: read, tone: 'neutral' as const }, ...partsOf(counts)].map(({ label, count, tone }) => (
        <li key={label} className={`${classes.part} ${tones[tone]}`} data-none={count === 0 || undefined}>
          <span>{label}</span>
          <span className={classes.count}>{formatCount(count)}</span>
          <span className={classes.track} aria-hidden>
            {count > 0 && <span className={classes.bar} style={{ width: `${(100 * count) / Math.max(1, read)}%` }} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
