import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { guardRequest } from '#server/auth/request-guard.ts'
import { type RootDb, db as sharedDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import { createRequestContext } from './context.ts'
import { appRouter } from './root.ts'

const MAX_BATCH = 20
/** Alone in their request: a batch names several paths. */
const FILE_PATHS = new Set(['/api/trpc/leadFiles.preview', '/api/trpc/leadFiles.bring'])
const MAX_FILE_BYTES = 4 * 1024 * 1024

/** Where it broke, without its message: Prisma's messages quote the values they were given. */
const framesOf = (error: Error) =>
  error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)

async function answer(request: Request, db: RootDb): Promise<Response> {
  const bringsFile = FILE_PATHS.has(new URL(request.url).pathname)
  const { refusal, body } = await guardRequest(request, bringsFile ? MAX_FILE_BYTES : undefined)
  if (refusal) return refusal
  const requestId = crypto.randomUUID()
  const { url, method, headers, signal } = request
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    router: appRouter,
    req: new Request(url, { method, headers, signal, ...(body === undefined ? {} : { body }) }),
    maxBatchSize: MAX_BATCH,
    createContext: ({ req }) => createRequestContext(req, db, requestId),
    responseMeta: () => ({ headers: { 'cache-control': 'private, no-store', 'x-request-id': requestId } }),
    onError: ({ error, path }) => {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return
      const { name } = error.cause ?? error
      log.error({ requestId, path, error: name, frames: framesOf(error.cause ?? error) }, 'a procedure broke')
    },
  })
}

/** The procedures over HTTP on a database of the caller's choice. */
export const trpcHandlerOn = (db: RootDb) => (request: Request) => answer(request, db)

/** Answers `/api/trpc/*`: guarded, never cached, each answer with a reference that leads to its log lines. */
export const handleTrpc = trpcHandlerOn(sharedDb)
