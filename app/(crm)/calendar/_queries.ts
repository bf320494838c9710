import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { CalendarFilters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['calendar']

export type Tasks = Outputs['tasksOfContact']
export type Task = Tasks['open'][number]
export type Appointment = Outputs['week']['items'][number]

export const dayOf = (trpc: Trpc, { who = 'me' }: CalendarFilters) => trpc.calendar.day.queryOptions({ who })
export const weekOf = (trpc: Trpc, { who = 'me', from }: CalendarFilters) =>
  trpc.calendar.week.queryOptions({ who, ...(from ? { from } : {}) })
/** Whose days one may look at; they change rarely. */
export const keepersToPick = (trpc: Trpc) => trpc.calendar.keepers.queryOptions(undefined, { staleTime: 600_000 })

export const tasksOfContact = (trpc: Trpc, contactId: string) =>
  trpc.calendar.tasksOfContact.queryOptions({ contactId })
export const appointmentsOfContact = (trpc: Trpc, contactId: string) =>
  trpc.calendar.appointmentsOfContact.queryOptions({ contactId })
