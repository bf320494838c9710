import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { ListName } from '#server/domain/views/views.schema.ts'
import type { AppRouter } from '#server/trpc/root.ts'

export type ListViews = inferRouterOutputs<AppRouter>['views']['list']
export type View = ListViews['views'][number]

/** The views of a list, with columns and default of whoever asks. */
export const viewsOf = (trpc: TRPCOptionsProxy<AppRouter>, list: ListName) =>
  trpc.views.list.queryOptions({ list }, { staleTime: 300_000 })
