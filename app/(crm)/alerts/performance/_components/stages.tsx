import { IconMailQuestion } from '@tabler/icons-react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import tones from '../../../../_ui/tone.module.css'
import { MEASURES, mondayInWords, shareInWords, totalOf } from '../_measures.words.ts'
import type { Performance } from '../_queries.ts'
import classes from './stages.module.css'
import { WeekBars } from './week-bars.tsx'

/** One line a stage: what it counts, how many, which share of the mails, and a bar a week. */
export function Stages({ weeks, isTold }: Pick<Performance, 'weeks' | 'isTold'>) {
  const sent = totalOf(weeks, 'sent')
  const [first, last] = [weeks[0], weeks.at(-1)]
  return (
    <Section title="From a mail to an answer" aside={`The last ${weeks.length} weeks`}>
      <ul className={classes.stages}>
        {MEASURES.filter((measure) => isTold || !measure.isTold).map((measure) => (
          <li key={measure.key} className={`${classes.stage} ${tones[measure.tone]}`}>
            <span className={classes.label}>
              {measure.label}
              <span className={classes.about}>{measure.about}</span>
            </span>
            <span className={classes.total}>
              {formatCount(totalOf(weeks, measure.key))}
              <span className={classes.about}>
                {measure.key !== 'sent' && shareInWords(totalOf(weeks, measure.key), sent)}
              </span>
            </span>
            <WeekBars weeks={weeks} measure={measure} />
          </li>
        ))}
      </ul>
      <p className={classes.axis} aria-hidden>
        <span>{first && `Week of ${mondayInWords(first.week)}`}</span>
        <span>{last && 'This week'}</span>
      </p>
      <p className={classes.foot}>
        Inquiries are not counted: a question goes straight to the agent, by telephone or mail, and nobody notes it
        here.
      </p>
      {!isTold && (
        <EmptyState icon={IconMailQuestion} title="Nobody tells us what happens after a mail has left">
          What was delivered, opened and visited is shown here as soon as an admin has connected Mailgun’s webhooks;
          Deliverability, in Operations, says how.
        </EmptyState>
      )}
    </Section>
  )
}
