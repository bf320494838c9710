import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { SPANS } from '#server/domain/alerts/performance/performance.words.ts'
import type { AppRouter } from '#server/trpc/root.ts'

export type Performance = inferRouterOutputs<AppRouter>['alerts']['performance']
export type Week = Performance['weeks'][number]
export type RankedSearch = Performance['best'][number]

type SpanFilter = { weeks: string | undefined }

/** The address of the page -> how far back; anything else means the latest weeks. */
export function readSpan(params: Iterable<[string, string]>): SpanFilter {
  const { weeks } = Object.fromEntries<string | undefined>(params)
  return {
    weeks: SPANS.slice(1)
      .map(String)
      .find((span) => span === weeks),
  }
}

export const performanceOfAlerts = (trpc: TRPCOptionsProxy<AppRouter>, { weeks }: SpanFilter) =>
  trpc.alerts.performance.queryOptions({ weeks: SPANS.find((span) => String(span) === weeks) ?? SPANS[0] })

export type LedToWhat = 'looks' | 'questions'

export const ledTo = (trpc: TRPCOptionsProxy<AppRouter>, what: LedToWhat) => trpc.alerts.ledTo.queryOptions({ what })
