import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export type Chase = inferRouterOutputs<AppRouter>['chases']['ofLead'][number]

/** What was done, and what comes, as long as nobody turns to whoever is behind a lead. */
export const chasesOf = (trpc: Trpc, inquiryId: string) => trpc.chases.ofLead.queryOptions({ inquiryId })
