import { Agent, request } from 'node:http'
import { webhookBody } from '#world/mailgun/webhooks.ts'

/** What the load comes from: a process of its own, so that it does not slow the app down from within. */
export type Order = {
  url: string
  method: 'POST' | 'PUT'
  key: string
  /** Of mails that there are; an event in `keptOf` is about one of them. */
  messageIds: string[]
  keptOf: number
  seconds: number
  connections: number
}
export type Tally = {
  answers: number
  kept: number
  dropped: number
  others: number
  seconds: number
  p95Ms: number
  cpuMs: number
}

const order: Order = JSON.parse(process.argv[2] ?? '{}')
const agent = new Agent({ keepAlive: true, maxSockets: order.connections })
const tally: Tally = { answers: 0, kept: 0, dropped: 0, others: 0, seconds: 0, p95Ms: 0, cpuMs: 0 }
const times: number[] = []

function post(body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request(order.url, { method: order.method, agent, headers }, (response) => {
      response.on('end', () => resolve(`${response.statusCode} ${response.headers['x-webhook']}`)).resume()
    })
    sent.on('error', reject).end(body)
  })
}

let turn = 0
/** Nineteen of twenty are what nobody needs: other events, machines that open mails, mails of other senders. */
function nextBody(): string {
  turn += 1
  const messageId = order.messageIds[turn % order.messageIds.length] ?? ''
  const recipient = 'somebody@example.test'
  if (turn % order.keptOf === 0) return webhookBody(order.key, { event: 'delivered', messageId, recipient })
  if (turn % 3 === 0) return webhookBody(order.key, { event: 'accepted', messageId, recipient })
  if (turn % 3 === 1) return webhookBody(order.key, { event: 'opened', messageId, recipient, bot: 'gmail' })
  return webhookBody(order.key, { event: 'delivered', messageId: `<${turn}@another-sender.test>`, recipient })
}

const started = performance.now()
const cpuStarted = process.cpuUsage()
const end = started + order.seconds * 1_000
async function lane() {
  while (performance.now() < end) {
    const at = performance.now()
    const answer = await post(nextBody())
    times.push(performance.now() - at)
    tally.answers += 1
    if (answer === '200 kept') tally.kept += 1
    else if (answer === '200 dropped') tally.dropped += 1
    else tally.others += 1
  }
}
await Promise.all(Array.from({ length: order.connections }, lane))
tally.seconds = (performance.now() - started) / 1_000
const cpu = process.cpuUsage(cpuStarted)
tally.cpuMs = (cpu.user + cpu.system) / 1_000
tally.p95Ms = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
agent.destroy()
process.stdout.write(JSON.stringify(tally))
