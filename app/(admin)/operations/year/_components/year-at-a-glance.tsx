'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { type JobYear, year } from '../../_queries.ts'
import { daysBetween, yearInWords } from '../_year.words.ts'
import { HeatStrip } from './heat-strip.tsx'
import { MailedDays } from './mailed-days.tsx'
import { MonthNames } from './month-names.tsx'
import classes from './year-at-a-glance.module.css'

function Line({ job: { name, days }, dates }: { job: JobYear; dates: readonly string[] }) {
  return (
    <li className={classes.line}>
      <div className={classes.name}>
        <h3>{name}</h3>
        <p>{yearInWords(days)}</p>
      </div>
      <div className={classes.strip}>
        <MonthNames dates={dates} />
        <HeatStrip name={name} dates={dates} days={days} />
      </div>
    </li>
  )
}

/** 53 weeks of every job, day by day, and of the people that alerts were mailed to. */
export function YearAtAGlance() {
  const { data } = useSuspenseQuery(year(useTRPC()))
  const dates = daysBetween(data.from, data.today)
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="The year at a glance"
        description="Each square is a day in New York, in the tone of its worst run. Point at a day, or go to it with the arrow keys."
      />
      <Section
        title="Jobs by day"
        aside={
          <span className={classes.legend}>
            <StatusBadge tone="good">Good</StatusBadge>
            <StatusBadge tone="warning">Look at it</StatusBadge>
            <StatusBadge tone="bad">Bad</StatusBadge>
            <StatusBadge tone="neutral">Paused</StatusBadge>
          </span>
        }
      >
        <ul className={classes.lines}>
          {data.jobs.map((job) => (
            <Line key={job.id} job={job} dates={dates} />
          ))}
        </ul>
      </Section>
      <Section title="People mailed by alerts" aside="Somebody who gets two mails on a day counts twice">
        <MailedDays dates={dates} mailed={data.mailed} />
        <MonthNames dates={dates} />
      </Section>
    </div>
  )
}
