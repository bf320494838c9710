import { createServer, type IncomingMessage } from 'node:http'

export type OldRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  /** What the path names: "/contacts/:id" on "/contacts/7" is { id: "7" }. */
  params: Record<string, string>
  body: Record<string, unknown>
}
export type OldReply = { status?: number; headers?: Record<string, string>; json?: unknown; html?: string }
export type Handler = (request: OldRequest) => Promise<OldReply>
export type Route = readonly [method: string, path: string, handler: Handler]
/** Sees every request first: answers it, or lets it pass with null. */
export type Guard = (request: OldRequest) => Promise<OldReply | null>

const LARGEST_BODY = 1_000_000

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += part
    if (text.length > LARGEST_BODY) throw new SyntaxError('Body too large')
  }
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (isForm) return Object.fromEntries(new URLSearchParams(text))
  const body: unknown = text === '' ? {} : JSON.parse(text)
  if (!isRecord(body)) throw new SyntaxError('Body is no object')
  return body
}

/** The parts that a pattern names, or null when the path is another one. */
function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    const here = given[place] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(here)
    else if (part !== here) return null
  }
  return params
}

async function answer(request: IncomingMessage, guards: readonly Guard[], routes: readonly Route[]): Promise<OldReply> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://old')
  const method = request.method ?? 'GET'
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  const asked: OldRequest = { method, path, query: searchParams, headers: request.headers, params: {}, body: {} }
  for (const guard of guards) {
    const reply = await guard(asked)
    if (reply) return reply
  }
  for (const [of, pattern, handler] of routes) {
    const params = of === method ? paramsOf(pattern, path) : null
    if (params) return handler({ ...asked, params, body: method === 'GET' ? {} : await readBody(request) })
  }
  return { status: 404, json: { error: 'Not found' } }
}

/** Serves routes as the old site's framework did: in order, JSON or a page, and 500 with few words when one throws. */
export async function serveRoutes(port: number, guards: readonly Guard[], routes: readonly Route[]) {
  const server = createServer(async (request, response) => {
    const reply = await answer(request, guards, routes).catch((error: unknown): OldReply => {
      const isTheirs = error instanceof SyntaxError || error instanceof URIError
      return { status: isTheirs ? 400 : 500, json: { error: isTheirs ? 'Bad request' : 'Something went wrong' } }
    })
    const type = reply.html === undefined ? 'application/json' : 'text/html; charset=utf-8'
    response.writeHead(reply.status ?? 200, { 'content-type': type, 'x-powered-by': 'Express', ...reply.headers })
    response.end(reply.html ?? JSON.stringify(reply.json ?? {}))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const bound = address && typeof address === 'object' ? address.port : port
  return {
    url: `http://localhost:${bound}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
