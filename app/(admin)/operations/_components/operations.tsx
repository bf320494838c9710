'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { TextAnchor } from '../../../_ui/text-link.tsx'
import { When } from '../../../_ui/when.tsx'
import { incidents, type Overview, overview } from '../_queries.ts'
import { FireDrills } from './fire-drills.tsx'
import { IncidentList } from './incident-list.tsx'
import classes from './operations.module.css'
import { ScheduleLines } from './schedule-lines.tsx'
import { Truth } from './truth.tsx'

const CHANNELS = { slack: 'Slack', mail: 'the alarm mailbox', sentry: 'Sentry' }

/** Jobs may be on time again while what they broke still waits for somebody. */
const stateOf = (ok: boolean, open: number) => {
  if (!ok) return { tone: 'bad', label: 'Not well' } as const
  return open > 0 ? ({ tone: 'warning', label: 'Look at it' } as const) : ({ tone: 'good', label: 'All well' } as const)
}

/** Whether somebody is there to run the jobs. */
function WorkerLine({ overview: { worker, reasons } }: { overview: Overview }) {
  if (reasons.some(({ kind }) => kind === 'worker')) return 'No worker is running'
  if (!worker) return null
  return (
    <>
      Worker started <When at={worker.startedAt} />
    </>
  )
}

/** The whole page: one sentence of truth, what needs a human, every job with its last runs. */
export function Operations() {
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(overview(trpc))
  const { data: known } = useSuspenseQuery(incidents(trpc))
  const { schedules, alarmChannels } = data
  const state = stateOf(data.ok, known.open.length)
  const channels = alarmChannels.map((channel) => CHANNELS[channel])

  return (
    <div className={classes.page}>
      <PageHeader
        title="Operations"
        aside={<StatusBadge tone={state.tone}>{state.label}</StatusBadge>}
        description={<Truth overview={data} />}
        actions={
          <>
            <ActionLink href="/operations/legacy">Legacy sync</ActionLink>
            <ActionLink href="/operations/cut-over">Cut-over</ActionLink>
            <ActionLink href="/operations/shadow">Shadow alerts</ActionLink>
            <ActionLink href="/operations/quality">Data quality</ActionLink>
            <ActionLink href="/operations/outbox">Outbox</ActionLink>
            <ActionLink href="/operations/mail">Deliverability</ActionLink>
            <ActionLink href="/operations/year">The year</ActionLink>
            <ActionLink href="/operations/house">Housekeeping</ActionLink>
          </>
        }
      />
      {known.open.length > 0 && (
        <Section title="Needs attention" flush>
          <IncidentList incidents={known.open} />
        </Section>
      )}
      <Section title="Jobs" aside={<WorkerLine overview={data} />}>
        <ScheduleLines schedules={schedules} reasons={data.reasons} />
      </Section>
      <FireDrills drills={data.drills} />
      <Section
        title="Incidents that are over"
        aside={channels.length > 0 ? `Alarms go to ${channels.join(', ')}` : 'Alarms are shown here only'}
        flush
      >
        {known.over.length > 0 ? (
          <IncidentList incidents={known.over} />
        ) : (
          <EmptyState title="Nothing has gone wrong in the last year">
            What breaks is shown here, and how long it took to work again.
          </EmptyState>
        )}
      </Section>
      <p className={classes.foot}>
        An uptime probe can watch{' '}
        <TextAnchor underlined href="/api/health/jobs">
          /api/health/jobs
        </TextAnchor>
        : it answers 503, with the reasons, as soon as a job is late, stuck or broken.
      </p>
    </div>
  )
}
