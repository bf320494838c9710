import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { MailState } from '../../_mails/mail-states.words.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

export type Overview = Outputs['jobs']['overview']
export type ScheduleLine = Overview['schedules'][number]
export type Incident = Outputs['jobs']['incidents']['open'][number]
export type Run = Outputs['jobs']['run']
export type AlertRun = NonNullable<Outputs['alerts']['runOf']>
export type House = Outputs['jobs']['house']
export type Year = Outputs['jobs']['year']
export type JobYear = Year['jobs'][number]
export type OutboxRow = Outputs['mail']['outbox']['items'][number]

export const overview = (trpc: Trpc) => trpc.jobs.overview.queryOptions()
export const incidents = (trpc: Trpc) => trpc.jobs.incidents.queryOptions()
export const house = (trpc: Trpc) => trpc.jobs.house.queryOptions()
export const year = (trpc: Trpc) => trpc.jobs.year.queryOptions()
export const runById = (trpc: Trpc, runId: string) => trpc.jobs.run.queryOptions({ runId })
export const alertRunOf = (trpc: Trpc, jobRunId: string) => trpc.alerts.runOf.queryOptions({ jobRunId })

export const replayOf = (trpc: Trpc, jobRunId: string) => trpc.alerts.replayRun.queryOptions({ jobRunId })

export const outboxPages = (trpc: Trpc, state: MailState | undefined) =>
  trpc.mail.outbox.infiniteQueryOptions({ state }, { getNextPageParam: (page) => page.nextCursor })
