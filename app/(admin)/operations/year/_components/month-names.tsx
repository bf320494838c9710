import { monthStarts } from '../_year.words.ts'
import classes from './month-names.module.css'

/** Where each month begins; every other one is left out where there is no room. */
export function MonthNames({ dates }: { dates: readonly string[] }) {
  const weeks = Math.ceil(dates.length / 7)
  return (
    <div className={classes.months} aria-hidden>
      {monthStarts(dates)
        .filter(({ week }) => week < weeks - 1)
        .map(({ week, name }) => (
          <span key={week} style={{ left: `${(100 * week) / weeks}%` }}>
            {name}
          </span>
        ))}
    </div>
  )
}
