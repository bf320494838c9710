import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

export type Waiting = inferRouterOutputs<AppRouter>['arrivals']['waiting']['items'][number]

type Trpc = TRPCOptionsProxy<AppRouter>

export const waitingPages = (trpc: Trpc) =>
  trpc.arrivals.waiting.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor })
export const oneWaiting = (trpc: Trpc, arrivalId: string) => trpc.arrivals.one.queryOptions({ arrivalId })
