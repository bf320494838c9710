import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { DealFilters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['deals']

export type Board = Outputs['board']
export type BoardRead = Extract<Board, { state: 'read' }>
export type Stage = BoardRead['stages'][number]
export type Deal = Stage['cards'][number]

type BoardFilters = Pick<DealFilters, 'agentId' | 'closing'>

export const dealBoard = (trpc: Trpc, { agentId, closing }: BoardFilters) =>
  trpc.deals.board.queryOptions({ agentId, closing })

export const dealPages = (trpc: Trpc, { agentId, closing, stage }: BoardFilters & Pick<DealFilters, 'stage'>) =>
  trpc.deals.list.infiniteQueryOptions(
    { agentId, closing, stage },
    { getNextPageParam: (page) => (page.state === 'read' ? page.nextCursor : undefined) },
  )

/** Whose word counts for each feature; it changes a few times a year. */
export const masters = (trpc: Trpc) => trpc.cutover.masters.queryOptions(undefined, { staleTime: 60_000 })

export const dealById = (trpc: Trpc, dealId: string) => trpc.deals.byId.queryOptions({ dealId })

/** The deals of one contact: as many as a page holds. */
export const dealsOfContact = (trpc: Trpc, contactId: string) => trpc.deals.list.queryOptions({ contactId })
