import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

export type Performance = inferRouterOutputs<AppRouter>['alerts']['performance']
export type Week = Performance['weeks'][number]
export type RankedSearch = Performance['best'][number]

export const performanceOfAlerts = (trpc: TRPCOptionsProxy<AppRouter>) => trpc.alerts.performance.queryOptions()
