'use client'

import { CAUSE_WORDS, type Cause } from '#server/domain/legacy/shadow/shadow.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { LinkTabs } from '../../../../_ui/link-tabs.tsx'
import { Section } from '../../../../_ui/section.tsx'
import tones from '../../../../_ui/tone.module.css'
import { When } from '../../../../_ui/when.tsx'
import { hrefOf } from '../_filters.ts'
import type { ShadowDay } from '../_queries.ts'
import { agreementOf, longDay, toneOfCause } from '../_shadow.words.ts'
import classes from './day-summary.module.css'

type Props = { day: ShadowDay; cause: Cause | undefined }

const figures = (day: ShadowDay) => [
  { label: 'Agreement', value: agreementOf(day) },
  { label: 'Homes told to somebody', value: formatCount(day.pairs) },
  { label: 'People', value: formatCount(day.people) },
  { label: 'Differences', value: formatCount(day.differences) },
  { label: 'Unexplained', value: formatCount(day.unexplained) },
]

/** One day: its figures, and of which causes its differences are, as one bar and as a filter. */
export function DaySummary({ day, cause }: Props) {
  const causes = day.causes.toSorted((a, b) => b.count - a.count)
  const words = causes.map((each) => `${CAUSE_WORDS[each.cause].label}: ${each.count}`).join(', ')
  return (
    <Section
      title={longDay(day.day)}
      aside={
        <>
          {day.state === 'complete' ? 'compared' : 'so far, compared'} <When at={day.comparedAt} />
          {day.isReplayed && ', with what Palmetto would have sent'}
        </>
      }
    >
      <div className={classes.day}>
        <dl className={classes.figures}>
          {figures(day).map(({ label, value }) => (
            <div key={label} data-open={label === 'Unexplained' && day.unexplained > 0 ? true : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {causes.length > 0 && (
          <>
            <div className={classes.bar} role="img" aria-label={`Causes. ${words}`}>
              {causes.map((each) => (
                <span
                  key={each.cause}
                  className={tones[toneOfCause(each.cause)]}
                  style={{ flexGrow: each.count }}
                  data-faint={(cause && cause !== each.cause) || undefined}
                  title={`${CAUSE_WORDS[each.cause].label}: ${formatCount(each.count)}`}
                />
              ))}
            </div>
            <LinkTabs
              stay
              label="Differences by cause"
              tabs={[
                {
                  key: 'all',
                  href: hrefOf({ day: day.day }),
                  label: 'All causes',
                  count: day.differences,
                  here: !cause,
                },
                ...causes.map((each) => ({
                  ...{ key: each.cause, label: CAUSE_WORDS[each.cause].label, count: each.count },
                  ...{ title: CAUSE_WORDS[each.cause].words, here: cause === each.cause },
                  href: hrefOf({ day: day.day, cause: each.cause }),
                })),
              ]}
            />
          </>
        )}
      </div>
    </Section>
  )
}
