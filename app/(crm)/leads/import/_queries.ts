import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Answers = inferRouterOutputs<AppRouter>['leadFiles']
export type Brought = Answers['list'][number]
export type Preview = Answers['preview']

/** The files that were brought last; live, so that their progress shows. */
export const brought = (trpc: Trpc) => trpc.leadFiles.list.queryOptions()
export const oneBrought = (trpc: Trpc, importId: string) => trpc.leadFiles.one.queryOptions({ importId })
export const sourceNames = (trpc: Trpc) => trpc.sources.names.queryOptions()
