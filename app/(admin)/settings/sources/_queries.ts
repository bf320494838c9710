import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Answers = inferRouterOutputs<AppRouter>['sources']

export type Source = Answers['list'][number]
export type Tried = Answers['tryOut']

export const sources = (trpc: Trpc) => trpc.sources.list.queryOptions()
