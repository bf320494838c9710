import { LADDER_END_WORDS, LADDER_ENDS } from '#server/domain/leads/wind-tunnel/tunnel.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { waitInWords } from '../../../../(crm)/reports/_reports.words.ts'
import type { TunnelResult } from '../_queries.ts'
import classes from './tunnel.module.css'

/** How the leads would have come to whoever had them, and how long that would have taken. */
export function LadderEnds({ ladder }: Pick<TunnelResult, 'ladder'>) {
  if (ladder === null) return null
  const { ends, medianMinutes, slowestMinutes } = ladder
  return (
    <div>
      <h3 className={classes.title}>What the ladders would have done</h3>
      <ul className={classes.plain}>
        {LADDER_ENDS.filter((end) => ends[end] > 0).map((end) => (
          <li key={end}>
            {LADDER_END_WORDS[end]}: {formatCount(ends[end])}
          </li>
        ))}
      </ul>
      {medianMinutes !== null && (
        <p className={classes.soft}>
          Where somebody was asked, half had an agent within {waitInWords(medianMinutes)}, nine of ten within{' '}
          {waitInWords(slowestMinutes)}.
        </p>
      )}
      <p className={classes.soft}>
        On paper, each answers as often as they did in these 90 days at that hour of the week.
      </p>
    </div>
  )
}
