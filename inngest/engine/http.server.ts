import { createServer, type IncomingMessage, type Server } from 'node:http'
import { acceptCheckpoint } from './checkpoint.api.ts'
import type { Core } from './core.ts'
import { acceptEvents } from './event.api.ts'
import { readHealth } from './health.ts'
import { cancelRun } from './runs.end.ts'
import { lockRun } from './runs.store.ts'
import { hashSigningKey, isSameSecret } from './signature.ts'

/** Large enough for 5,000 events in one request, as Inngest allows. */
const MAX_BODY_BYTES = 10 * 1024 * 1024

export type Response = { status: number; body: object }
type Api = Core & { eventKey: string; problems: Map<string, string> }

/** The Event API and what little of the REST API an app needs, at Inngest's own paths. */
export function createHttpServer(api: Api): Server {
  const server = createServer((request, response) => {
    answer(api, request)
      .catch((error: unknown): Response => {
        api.log.error({ err: error }, 'request failed')
        return { status: 500, body: { error: 'The executor could not do this now.', status: 500 } }
      })
      .then(({ status, body }) => {
        // What is left of a body that was refused unread must not be taken for the next request.
        if (!request.complete) response.setHeader('connection', 'close')
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      })
  })
  server.requestTimeout = 30_000
  return server
}

const fail = (status: number, error: string): Response => ({ status, body: { error, status } })

async function answer(api: Api, request: IncomingMessage): Promise<Response> {
  const [path = ''] = (request.url ?? '/').split('?')
  const [, root, first, second, third, ...rest] = path.split('/')
  if (root === 'v1' && first === 'checkpoint' && second && third === 'async' && rest.length === 0) {
    if (request.method !== 'POST') return fail(405, 'Steps are reported by POST.')
    if (!isSigned(api, request)) return fail(401, 'Unauthorized')
    const text = await readBody(request)
    return text === undefined ? fail(413, 'The request is too large.') : acceptCheckpoint(api, second, text)
  }
  if (third !== undefined) return fail(404, 'Not found.')
  if (root === 'health' && !first && request.method === 'GET') return readHealth(api, api.problems)
  if (root === 'e' && first && !second) {
    if (request.method !== 'POST') return fail(405, 'Events are sent by POST.')
    if (!isSameSecret(first, encodeURIComponent(api.eventKey))) return fail(401, 'Event key not found')
    const text = await readBody(request)
    if (text === undefined) return fail(413, 'The request is too large.')
    const seed = request.headers['x-inngest-event-id-seed']
    return acceptEvents(api, text, typeof seed === 'string' ? seed : undefined)
  }
  if (root === 'v1' && first === 'runs' && second && request.method === 'DELETE') {
    if (!isSigned(api, request)) return fail(401, 'Unauthorized')
    return api.database.transaction(async (tx) => {
      const run = await lockRun(tx, second)
      if (!run) return fail(404, 'There is no such run.')
      if (run.ended_at) return fail(409, 'The run has ended already.')
      await cancelRun(tx, run, 'Cancelled by request.')
      return { status: 200, body: { data: { id: run.id, status: 'cancelled' } } }
    })
  }
  return fail(404, 'Not found.')
}

/** Whether the app itself asks: it shows the hash of the key that both know. */
function isSigned({ signingKey }: Api, { headers }: IncomingMessage): boolean {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? []
  return token !== undefined && isSameSecret(token, hashSigningKey(signingKey))
}

/** The whole body, or undefined as soon as it is too large. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BODY_BYTES) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
