import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

export type RuleSets = Outputs['routing']['rules']
export type RuleSet = Outputs['routing']['version']
export type Draft = NonNullable<RuleSets['draft']>
export type SaidRule = RuleSet['rules'][number]
export type SaidDefault = RuleSet['fallback']
export type Version = RuleSets['history'][number]
export type Checks = Outputs['routing']['checks']
export type Finding = Checks['findings'][number]
export type TunnelRun = NonNullable<Outputs['windTunnel']['latest']>
export type TunnelResult = NonNullable<TunnelRun['result']>

/** One description for the page that prefetches and the part that reads, so their keys cannot drift apart. */
export const ruleSets = (trpc: Trpc) => trpc.routing.rules.queryOptions()
export const checksOf = (trpc: Trpc, of: 'draft' | 'published') => trpc.routing.checks.queryOptions({ of })
export const latestRun = (trpc: Trpc) => trpc.windTunnel.latest.queryOptions()
export const versionOf = (trpc: Trpc, version: number) => trpc.routing.version.queryOptions({ version })

const RARELY = { staleTime: 600_000 }
/** What a rule can name; it changes rarely. */
export const sourceNames = (trpc: Trpc) => trpc.sources.names.queryOptions(undefined, RARELY)
export const ponds = (trpc: Trpc) => trpc.offers.ponds.queryOptions(undefined, RARELY)
export const towns = (trpc: Trpc) => trpc.listings.towns.queryOptions(undefined, RARELY)
