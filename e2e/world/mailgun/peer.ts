import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Fault, type FaultMix, faultAt, takesMessage } from './faults.ts'
import { type AcceptedMail, readMessage } from './messages.ts'

export type MailgunPeer = {
  url: string
  apiKey: string
  domain: string
  /** Whatever was accepted, in order; a repeat is here twice, as it would be in the inbox. */
  accepted: AcceptedMail[]
  /** How often a message was offered, and how often the record was asked. */
  counts: { offers: number; lookUps: number }
  /** What happens to the next messages, in order; after that, by chance. */
  expect: (...faults: (Fault | 'accept')[]) => void
  /** From now on trouble comes by chance; `random` gives numbers from 0 to 1. */
  trouble: (mix: FaultMix, random?: () => number) => void
  /** Mailgun's record is behind: nothing new is found until it has caught up. */
  lag: (on: boolean) => void
  stop: () => Promise<void>
}

type Options = {
  port: number
  apiKey?: string
  domain?: string
  retryAfterSeconds?: number
  /** How long an answer takes, as over the real network. */
  latencyMs?: number
}

const sayJson = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/** Plays Mailgun's HTTP API: takes messages, remembers them, and makes every kind of trouble that is known of it. */
export async function startMailgunPeer(options: Options): Promise<MailgunPeer> {
  const { port, apiKey = 'key-for-tests', domain = 'mg.palmetto.example', retryAfterSeconds = 2 } = options
  const latencyMs = options.latencyMs ?? 0
  const accepted: AcceptedMail[] = []
  const counts = { offers: 0, lookUps: 0 }
  const planned: (Fault | 'accept')[] = []
  const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
  let draw: () => Fault | undefined = () => undefined
  /** Mails before this place can be found. */
  let recorded = Number.POSITIVE_INFINITY

  function nextFault(): Fault | undefined {
    const next = planned.shift()
    return next === 'accept' ? undefined : (next ?? draw())
  }

  async function takeMessage(request: IncomingMessage, response: ServerResponse) {
    counts.offers += 1
    const fault = nextFault()
    if (fault === 'reset') return void request.socket.destroy()
    const mail = await readMessage(request)
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    if (!mail) return sayJson(response, 400, { message: 'to parameter is missing' })
    if (takesMessage(fault)) accepted.push(mail)
    if (fault === 'take-and-hang') return
    if (fault === 'take-and-reset') return void request.socket.destroy()
    if (fault === 'garble') return void response.writeHead(200).end('{"id": "<')
    if (fault === 'too-many') {
      return sayJson(response, 429, { message: 'Too Many Requests' }, { 'retry-after': String(retryAfterSeconds) })
    }
    if (fault === 'refuse') return sayJson(response, 400, { message: 'to parameter is not a valid address' })
    if (fault) return sayJson(response, 500, { message: 'Internal Server Error' })
    sayJson(response, 200, { id: `<${mail.messageId}>`, message: 'Queued. Thank you.' })
  }

  function listEvents(query: URLSearchParams, response: ServerResponse) {
    counts.lookUps += 1
    const wanted = query.get('message-id')
    const begin = Number(query.get('begin') ?? 0) * 1_000
    const items = accepted
      .slice(0, recorded)
      .filter(({ messageId, at }) => messageId === wanted && at.getTime() >= begin)
      .map(({ messageId, to, at }) => ({
        ...{ event: 'accepted', timestamp: at.getTime() / 1_000, recipient: to },
        message: { headers: { 'message-id': messageId } },
      }))
    sayJson(response, 200, { items, paging: {} })
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer')
    if (request.headers.authorization !== authorization) return void response.writeHead(401).end('Forbidden')
    if (request.method === 'POST' && pathname === `/v3/${domain}/messages`) {
      return void takeMessage(request, response).catch(() => response.destroy())
    }
    if (request.method === 'GET' && pathname === `/v3/${domain}/events`) return listEvents(searchParams, response)
    sayJson(response, 404, { message: 'Not found' })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://127.0.0.1:${bound}`,
    ...{ apiKey, domain, accepted, counts },
    expect: (...faults) => void planned.push(...faults),
    trouble: (mix, random = Math.random) => {
      draw = () => faultAt(mix, random())
    },
    lag: (on) => {
      recorded = on ? accepted.length : Number.POSITIVE_INFINITY
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
