import 'server-only'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { cache, type ReactNode } from 'react'
import { createRequestContext } from '#server/trpc/context.ts'
import { appRouter } from '#server/trpc/root.ts'
import { makeQueryClient } from './query-client.tsx'

/** One client per request. */
export const getQueryClient = cache(() => makeQueryClient())

const context = cache(createRequestContext)

/** For prefetching in pages: the same procedures, without HTTP. */
export const trpc = createTRPCOptionsProxy({ router: appRouter, ctx: context, queryClient: getQueryClient })

/** For pages that render a procedure's answer on the server. */
export const serverCaller = cache(async () => appRouter.createCaller(await context()))

/** Hands what was prefetched to the browser. */
export const Hydrate = ({ children }: { children: ReactNode }) => (
  <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>
)
