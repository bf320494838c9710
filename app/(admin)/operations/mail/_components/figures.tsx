import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import tones from '../../../../_ui/tone.module.css'
import { dayInWords, KNOWN_AT_ONCE, REFUSED, shareInWords, TOLD_LATER, totalOf } from '../_figures.words.ts'
import type { Deliverability } from '../_queries.ts'
import { DayStrip } from './day-strip.tsx'
import classes from './figures.module.css'
import { NotTold } from './not-told.tsx'

/** One line a figure: what it is, how many, what share of what left, and a bar a day. */
export function Figures({ data: { days, isTold, provider } }: { data: Deliverability }) {
  const figures = isTold ? [...KNOWN_AT_ONCE, ...TOLD_LATER] : [...KNOWN_AT_ONCE, REFUSED]
  const [first, last] = [days[0], days.at(-1)]
  return (
    <Section title="Mails by day" aside={`The last ${days.length} days`}>
      <ul className={classes.figures}>
        {figures.map(({ key, label, about, tone }) => (
          <li key={key} className={`${classes.figure} ${tones[tone]}`}>
            <span className={classes.label}>
              {label}
              <span className={classes.about}>{about}</span>
            </span>
            <span className={classes.total}>
              {formatCount(totalOf(days, key))}
              <span className={classes.about}>{shareInWords(days, key)}</span>
            </span>
            <DayStrip days={days} measure={key} label={label} />
          </li>
        ))}
      </ul>
      <p className={classes.axis} aria-hidden>
        <span>{first && dayInWords(first.day)}</span>
        <span>{last && `${dayInWords(last.day)}, today`}</span>
      </p>
      {!isTold && <NotTold provider={provider} />}
    </Section>
  )
}
