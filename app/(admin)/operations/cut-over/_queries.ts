import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['moves']

export type Move = Outputs['list'][number]
export type Step = Move['steps'][number]
export type Check = Step['checks'][number]
export type Rehearsal = NonNullable<Move['rehearsal']>
export type Switch = Outputs['switches'][number]
export type Mismatch = Outputs['mismatches']['items'][number]

export const moves = (trpc: Trpc) => trpc.moves.list.queryOptions()
export const switches = (trpc: Trpc, feature: Feature) => trpc.moves.switches.queryOptions({ feature })
export const fields = (trpc: Trpc, feature: Feature) => trpc.moves.fields.queryOptions({ feature })
export const mismatchPages = (trpc: Trpc, feature: Feature) =>
  trpc.moves.mismatches.infiniteQueryOptions({ feature }, { getNextPageParam: (page) => page.nextCursor })
