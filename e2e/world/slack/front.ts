import { createServer, type IncomingMessage } from 'node:http'
import type { Desk } from './desk-server.ts'

/** A call of Slack's Web API as it went over the wire; arguments that were JSON are read. */
export type SlackCall = { method: string; args: Record<string, unknown>; at: number }
export type SlackReply = { path: string; body: unknown }

export type SlackFront = {
  url: string
  calls: (method?: string) => SlackCall[]
  /** What was answered to commands, at the addresses that came with them. */
  replies: () => SlackReply[]
  /** Every call is turned away, as when Slack is down. */
  refuse: (on: boolean) => void
  /** The next `count` posts are taken, and then the connection breaks: the sender can't know. */
  loseReplies: (count: number) => void
  /** The next `count` posts are answered with 429 and this many seconds. */
  limit: (count: number, seconds: number) => void
  /** The bot may not read history, as in a workspace that gave it the least scopes. */
  forgetHistory: (on: boolean) => void
  stop: () => Promise<void>
}

const readBody = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const readArgument = (value: string): unknown => {
  try {
    return /^[[{]/.test(value) ? JSON.parse(value) : value
  } catch {
    return value
  }
}
const argumentsOf = (body: string) =>
  Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, readArgument(value)]))

type Options = { port: number; target: string; desk: Desk | undefined }

/** Stands before the emulated Slack: notes what goes by, takes answers to commands, and makes trouble when a test asks. */
export async function startSlackFront({ port, target, desk }: Options): Promise<SlackFront> {
  const [calls, replies]: [SlackCall[], SlackReply[]] = [[], []]
  let trouble = { isDown: false, losses: 0, limits: 0, seconds: 0, hasNoHistory: false }

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const body = await readBody(request)
    const method = path.replace(/^\/api\//, '')
    const json = { 'content-type': 'application/json' }
    if (trouble.isDown) return void response.writeHead(503).end('Service Unavailable')
    if (path.startsWith('/answers/')) {
      replies.push({ path, body: JSON.parse(body) })
      return void response.writeHead(200).end('ok')
    }
    const page = path.startsWith('/desk') ? await desk?.(request.method ?? 'GET', path, body) : null
    if (page) {
      const headers = { 'content-type': 'text/html; charset=utf-8', ...(page.to ? { location: page.to } : {}) }
      return void response.writeHead(page.status, headers).end(page.html ?? '')
    }
    calls.push({ method, args: argumentsOf(body), at: Date.now() })
    const isPost = method === 'chat.postMessage'
    if (isPost && trouble.limits > 0) {
      trouble.limits -= 1
      const wait = { ...json, 'retry-after': String(trouble.seconds) }
      return void response.writeHead(429, wait).end('{"ok":false,"error":"ratelimited"}')
    }
    if (method === 'conversations.history' && trouble.hasNoHistory)
      return void response.writeHead(200, json).end('{"ok":false,"error":"missing_scope","needed":"im:history"}')
    const answer = await fetch(`${target}${path}`, {
      method: request.method ?? 'GET',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      ...(body ? { body } : {}),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (isPost && trouble.losses > 0) {
      trouble.losses -= 1
      return void request.socket.destroy()
    }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(bytes)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    calls: (method) => calls.filter((call) => method === undefined || call.method === method),
    replies: () => [...replies],
    refuse: (isDown) => {
      trouble = { ...trouble, isDown }
    },
    loseReplies: (losses) => {
      trouble = { ...trouble, losses }
    },
    limit: (limits, seconds) => {
      trouble = { ...trouble, limits, seconds }
    },
    forgetHistory: (hasNoHistory) => {
      trouble = { ...trouble, hasNoHistory }
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
