import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export type Offer = inferRouterOutputs<AppRouter>['offers']['byId']

export const offerById = (trpc: Trpc, offerId: string) => trpc.offers.byId.queryOptions({ offerId })
/** What waits for one's own answer. */
export const myOffers = (trpc: Trpc) => trpc.offers.mine.queryOptions()
