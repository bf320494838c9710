import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Opened, QuarantineFilters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['legacy']

export type StreamState = Outputs['streams'][number]
export type SyncCounts = Outputs['ofRun'][number]
export type Feed = Outputs['feed']
export type QuarantineRow = Outputs['quarantine']['items'][number]
export type Quarantined = Outputs['quarantined']
export type NewField = Outputs['newFields'][number]
export type Correction = Outputs['corrections'][number]

/** A writer that hangs tells nobody, so nothing wakes this page: it asks. */
const FEED_EVERY_MS = 20_000

export const streams = (trpc: Trpc) => trpc.legacy.streams.queryOptions()
export const feed = (trpc: Trpc) => trpc.legacy.feed.queryOptions(undefined, { refetchInterval: FEED_EVERY_MS })
export const syncOfRun = (trpc: Trpc, runId: string) => trpc.legacy.ofRun.queryOptions({ runId })
export const newFields = (trpc: Trpc) => trpc.legacy.newFields.queryOptions()
export const corrections = (trpc: Trpc) => trpc.legacy.corrections.queryOptions()
export const quarantined = (trpc: Trpc, opened: Opened) => trpc.legacy.quarantined.queryOptions(opened)

export const quarantinePages = (trpc: Trpc, { stream, reason }: QuarantineFilters) =>
  trpc.legacy.quarantine.infiniteQueryOptions({ stream, reason }, { getNextPageParam: (page) => page.nextCursor })
