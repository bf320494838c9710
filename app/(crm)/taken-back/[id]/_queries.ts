import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export type TakenBack = inferRouterOutputs<AppRouter>['chases']['takenBack']

export const takenBackLead = (trpc: Trpc, chaseId: string) => trpc.chases.takenBack.queryOptions({ chaseId })
