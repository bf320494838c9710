import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import classes from '../../_components/reports.module.css'
import type { Speed } from '../../_queries.ts'
import { shareInWords, waitInWords } from '../../_reports.words.ts'

/** The numbers of the report, large. */
export function SpeedFigures({ all }: { all: Speed }) {
  const figures = [
    ['Half within', waitInWords(all.medianMinutes)],
    ['Nine of ten within', waitInWords(all.p90Minutes)],
    ['Within 15 minutes', shareInWords(all.promptShare)],
    ['Leads', formatCount(all.leads)],
    ['Still waiting', formatCount(all.leads - all.touched)],
  ] as const
  return (
    <Section>
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className={classes.soft}>{label}</dt>
            <dd className={classes.big}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
