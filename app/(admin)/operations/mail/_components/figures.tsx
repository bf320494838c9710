import { MeasureLines } from '../../../../_ui/measure-lines.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { dayInWords, KNOWN_AT_ONCE, REFUSED, shareInWords, TOLD_LATER, totalOf } from '../_figures.words.ts'
import type { Deliverability } from '../_queries.ts'
import { DayStrip } from './day-strip.tsx'
import { NotTold } from './not-told.tsx'

/** One line a figure: what it is, how many, what share of what left, and a bar a day. */
export function Figures({ data: { days, isTold, provider } }: { data: Deliverability }) {
  const figures = isTold ? [...KNOWN_AT_ONCE, ...TOLD_LATER] : [...KNOWN_AT_ONCE, REFUSED]
  const [first, last] = [days[0], days.at(-1)]
  return (
    <Section title="Mails by day" aside={`The last ${days.length} days`}>
      <MeasureLines
        lines={figures.map(({ key, label, about, tone }) => ({
          ...{ key, label, about, tone, total: totalOf(days, key), share: shareInWords(days, key) },
          plot: <DayStrip days={days} measure={key} label={label} />,
        }))}
        from={first ? dayInWords(first.day) : ''}
        to={last ? `${dayInWords(last.day)}, today` : ''}
      />
      {!isTold && <NotTold provider={provider} />}
    </Section>
  )
}
