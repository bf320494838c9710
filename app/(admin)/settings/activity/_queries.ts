import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { ActivityFilters } from './_filters.ts'

export type DeedRow = inferRouterOutputs<AppRouter>['audit']['list']['items'][number]

export const deeds = (trpc: TRPCOptionsProxy<AppRouter>, filters: ActivityFilters) =>
  trpc.audit.list.infiniteQueryOptions(filters, { getNextPageParam: (page) => page.nextCursor })
