import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import { type PondFilters, toOnly } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export type Pond = inferRouterOutputs<AppRouter>['offers']['ponds'][number]
export type PondLead = Pond['leads'][number]

export const allPonds = (trpc: Trpc) => trpc.offers.ponds.queryOptions()
/** The same, with the leads of one age alone in one of them. */
export const pondsBy = (trpc: Trpc, filters: PondFilters) => trpc.offers.ponds.queryOptions(toOnly(filters))
