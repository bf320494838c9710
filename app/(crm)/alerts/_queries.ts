import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { AlertFilters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['alerts']

export type AlertPage = Outputs['list']
export type AlertItem = AlertPage['items'][number]
export type AlertDetail = Outputs['byId']
export type Preview = Outputs['preview']

/** One description for the page that prefetches and the list that reads, so their keys cannot drift apart. */
export const alertPages = (trpc: Trpc, filters: AlertFilters & { contactId?: string }) =>
  trpc.alerts.list.infiniteQueryOptions(filters, { getNextPageParam: (page) => page.nextCursor })

export const alertById = (trpc: Trpc, searchId: string) => trpc.alerts.byId.queryOptions({ searchId })

/** Why a person heard of a home, or why not. */
export const whyHome = (trpc: Trpc, contactId: string, listingId: string) =>
  trpc.alerts.whyHome.queryOptions({ contactId, listingId })

/** The mail that a person would get if the next run came now. */
export const nextMail = (trpc: Trpc, contactId: string) => trpc.alerts.nextMail.queryOptions({ contactId })

export type Approval = inferRouterOutputs<AppRouter>['rhythm']['approvals']['items'][number]

export type Warned = inferRouterOutputs<AppRouter>['standing']['warned']['items'][number]
export type Relaxation = inferRouterOutputs<AppRouter>['standing']['relax'][number]

/** What needs a look: nobody follows it, it finds nothing, or too much. */
export const warned = (trpc: Trpc) => trpc.standing.warned.queryOptions({})

/** What waits for an agent's word before its person hears of it. */
export const approvals = (trpc: Trpc) => trpc.rhythm.approvals.queryOptions({})
