import { formatCount } from '../../../../_ui/format.ts'
import { dayInWords, stripInWords } from '../_figures.words.ts'
import type { MailDay } from '../_queries.ts'
import classes from './day-strip.module.css'

type Props = { days: readonly MailDay[]; measure: Exclude<keyof MailDay, 'day'>; label: string }

/** One bar a day, against the best of its days; a day without any keeps its place. */
export function DayStrip({ days, measure, label }: Props) {
  const most = Math.max(1, ...days.map((day) => day[measure]))
  return (
    <div className={classes.strip} role="img" aria-label={stripInWords(label, days, measure)}>
      {days.map((day) => (
        <span key={day.day} className={classes.place} title={`${dayInWords(day.day)}: ${formatCount(day[measure])}`}>
          {day[measure] > 0 && (
            <span className={classes.bar} style={{ height: `${Math.max(6, (100 * day[measure]) / most)}%` }} />
          )}
        </span>
      ))}
    </div>
  )
}
