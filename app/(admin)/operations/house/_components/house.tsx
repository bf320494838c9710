'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { house } from '../../_queries.ts'
import classes from './house.module.css'
import { Months } from './months.tsx'

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What grows with time, how long it is kept and why, and the months that are dropped as a whole. */
export function House() {
  const { data } = useSuspenseQuery(house(useTRPC()))
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Housekeeping"
        description="Each night what is older than its period is removed, a little at a time."
      />
      <Section title="How long things are kept" flush>
        <dl className={classes.rules}>
          {data.rules.map(({ id, name, period, reason }) => (
            <div key={id} className={classes.rule}>
              <dt>{sentence(name)}</dt>
              <dd className={classes.period}>{sentence(period)}</dd>
              <dd className={classes.reason}>{reason}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {data.months.map((months) => (
        <Months key={months.id} months={months} />
      ))}
    </div>
  )
}
