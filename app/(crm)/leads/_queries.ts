import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import { type LeadFilters, toInput } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export type Lead = inferRouterOutputs<AppRouter>['leads']['list']['items'][number]

export const leadPages = (trpc: Trpc, filters: LeadFilters) =>
  trpc.leads.list.infiniteQueryOptions(toInput(filters), { getNextPageParam: (page) => page.nextCursor })

export const leadsOfContact = (trpc: Trpc, contactId: string) => trpc.leads.ofContact.queryOptions({ contactId })
