import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>

export type AskedSearch = inferRouterOutputs<AppRouter>['standing']['asked']['searches'][number]

/** All homes of one mail, page by page. */
export const mailHomes = (trpc: Trpc, token: string, mailId: string) =>
  trpc.portal.mailHomes.infiniteQueryOptions(
    { token, mailId },
    { getNextPageParam: (page) => page.nextCursor, initialCursor: 0 },
  )
