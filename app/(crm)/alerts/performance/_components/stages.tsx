import { IconMailQuestion } from '@tabler/icons-react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { MeasureLines } from '../../../../_ui/measure-lines.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { MEASURES, mondayInWords, olderInWords, shareInWords, totalOf } from '../_measures.words.ts'
import type { Performance } from '../_queries.ts'
import classes from './stages.module.css'
import { WeekBars } from './week-bars.tsx'

/** One line a stage: what it counts, how many, which share of the mails, and a bar a week. */
export function Stages({ weeks, isTold, freshWeeks }: Pick<Performance, 'weeks' | 'isTold' | 'freshWeeks'>) {
  const sent = totalOf(weeks, 'sent')
  const [first] = weeks
  const older = olderInWords(weeks, freshWeeks)
  return (
    <Section title="From a mail to a question" aside={`The last ${weeks.length} weeks`}>
      <MeasureLines
        lines={MEASURES.filter((measure) => isTold || !measure.isTold).map((measure) => ({
          ...{ key: measure.key, label: measure.label, about: measure.about, tone: measure.tone },
          total: totalOf(weeks, measure.key),
          share: measure.key !== 'sent' && shareInWords(totalOf(weeks, measure.key), sent),
          plot: <WeekBars weeks={weeks} measure={measure} />,
        }))}
        from={first ? `Week of ${mondayInWords(first.week)}` : ''}
        to="This week"
      />
      <p className={classes.foot}>
        {older && `${older} `}
        Who calls, or writes to their agent by mail, is not counted here.
      </p>
      {!isTold && (
        <EmptyState icon={IconMailQuestion} title="Nobody tells us what happens after a mail has left">
          What was delivered, opened and followed is shown here as soon as an admin has connected Mailgun’s webhooks;
          Deliverability, in Operations, says how.
        </EmptyState>
      )}
    </Section>
  )
}
