import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['legacyWrites']

export type Gap = Outputs['gap']
export type Waiting = Gap['records'][number]
export type Conflict = Outputs['conflicts']['items'][number]
export type WriteRun = Outputs['throughput'][number]

/** What waits for its time to be tried again wakes nobody, so the page asks. */
const GAP_EVERY_MS = 10_000

export const gap = (trpc: Trpc) => trpc.legacyWrites.gap.queryOptions(undefined, { refetchInterval: GAP_EVERY_MS })
export const throughput = (trpc: Trpc) => trpc.legacyWrites.throughput.queryOptions()
export const conflictPages = (trpc: Trpc) =>
  trpc.legacyWrites.conflicts.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor })
