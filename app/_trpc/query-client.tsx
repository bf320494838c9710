import { defaultShouldDehydrateQuery, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import superjson from 'superjson'

const MAX_RETRIES = 2

/** What tRPC put into the error, read without trusting its shape. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined
  const { data } = error
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'
    ? data.code
    : undefined
}

/** The request id that leads support to the log lines, when the answer carried one. */
export function referenceOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const response = error.meta?.response
  return response instanceof Response ? (response.headers.get('x-request-id') ?? undefined) : undefined
}

const isOurFault = (error: unknown) => {
  const code = errorCode(error)
  return code === undefined || code === 'INTERNAL_SERVER_ERROR'
}

type Options = {
  /** Called for every failed query and mutation. */
  onError?: (error: unknown, source: 'query' | 'mutation', handled: boolean) => void
}

export const makeQueryClient = ({ onError }: Options = {}) =>
  new QueryClient({
    queryCache: new QueryCache({ onError: (error) => onError?.(error, 'query', true) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) =>
        onError?.(error, 'mutation', mutation.options.onError !== undefined || mutation.meta?.quiet === true),
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000, // above zero, or the browser refetches what the server just sent
        // Never on the server: a visitor without a session waited three seconds for the door while it tried again.
        retry: (failures, error) => typeof window !== 'undefined' && isOurFault(error) && failures < MAX_RETRIES,
      },
      dehydrate: {
        serializeData: superjson.serialize,
        // Pending queries travel too: the page streams while they finish.
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  })
