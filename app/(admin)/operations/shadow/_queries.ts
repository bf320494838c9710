import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { Cause } from '#server/domain/legacy/shadow/shadow.words.ts'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['shadow']

export type ShadowDay = Outputs['days']['days'][number]
export type DifferenceRow = Outputs['differences']['items'][number]
export type Difference = Outputs['difference']

export const shadowDays = (trpc: Trpc) => trpc.shadow.days.queryOptions()
export const difference = (trpc: Trpc, differenceId: string) => trpc.shadow.difference.queryOptions({ differenceId })
export const differencePages = (trpc: Trpc, day: string, cause: Cause | undefined) =>
  trpc.shadow.differences.infiniteQueryOptions(
    { day, ...(cause ? { cause } : {}) },
    { getNextPageParam: (page) => page.nextCursor },
  )
