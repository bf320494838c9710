'use client'

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '#server/trpc/root.ts'
import { showProblem } from '../_ui/toast.tsx'
import { errorCode, makeQueryClient } from './query-client.tsx'

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()

/** A session that ended leads to the door, and the door leads back to this very place. */
function goToSignIn() {
  const { pathname, search } = window.location
  if (pathname.startsWith('/sign-in')) return
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}

/** "Failed to fetch" said nothing to somebody in a car park; whether the server has heard it nobody knows. */
const UNREACHED = 'Palmetto could not be reached. Check your connection, then try again.'

const reach: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init)
  } catch (error) {
    if (init?.signal?.aborted) throw error
    throw new Error(UNREACHED, { cause: error })
  }
}

const onError = (error: unknown, source: 'query' | 'mutation', handled: boolean) => {
  if (errorCode(error) === 'UNAUTHORIZED') return goToSignIn()
  if (source === 'mutation' && !handled && error instanceof Error) showProblem(error.message)
}

let browserClient: QueryClient | undefined
const getQueryClient = () => {
  if (typeof window === 'undefined') return makeQueryClient()
  browserClient ??= makeQueryClient({ onError })
  return browserClient
}

/** Queries and procedures for the client components below. */
export function TrpcProviders({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient()
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      // Above ten, or past 2,000 characters, a batch would be refused by the server or cut by a proxy.
      links: [
        httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: 10, maxURLLength: 2_000, fetch: reach }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
