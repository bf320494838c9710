import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { RerouteFilters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Answers = inferRouterOutputs<AppRouter>['reroute']

export type Candidate = Answers['candidates']['leads'][number]
export type Plan = Answers['plan']
export type Undone = Answers['undo']

/** Leads that somebody has and that have no answer yet. */
export const candidatesOf = (trpc: Trpc, { agent, idle }: RerouteFilters) =>
  trpc.reroute.candidates.queryOptions({ agentId: agent ?? null, isIdle: idle === 'yes' })
export const agentsToAsk = (trpc: Trpc) => trpc.org.agents.queryOptions()
