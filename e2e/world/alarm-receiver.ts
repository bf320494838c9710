import { createServer, type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type ReceivedAlarm = { channel: 'slack' | 'sentry'; at: string; body: unknown }

export type AlarmReceiver = {
  url: string
  messages: () => ReceivedAlarm[]
  /** The next `count` deliveries are answered with 500. */
  fail: (count: number) => void
  stop: () => Promise<void>
}

const KEPT = 500

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  // Sentry's SDK compresses what is larger than 32 kB.
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8')
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const page = (alarms: ReceivedAlarm[]) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Alarms</title>
<meta http-equiv="refresh" content="5"><style>body{font:14px system-ui;margin:40px auto;max-width:760px;background:#f6f2e9;color:#12372a}
article{background:#fff;border:1px solid #e4ded0;border-radius:8px;padding:12px 16px;margin:12px 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>Alarms that arrived</h1><p>This plays Slack and Sentry. ${alarms.length === 0 ? 'Nothing has arrived: all is well.' : ''}</p>
${alarms
  .toReversed()
  .map(
    ({ channel, at, body }) =>
      `<article><strong>${channel}</strong> <time>${at}</time><pre>${escapeHtml(JSON.stringify(body, null, 2))}</pre></article>`,
  )
  .join('')}</html>`

/** An envelope is one JSON document a line. */
const parseEnvelope = (text: string): unknown[] =>
  text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))

/** Plays a Slack incoming webhook and a Sentry intake, and keeps what arrived. */
export async function startAlarmReceiver({ port }: { port: number }): Promise<AlarmReceiver> {
  const alarms: ReceivedAlarm[] = []
  let failures = 0
  const keep = (channel: ReceivedAlarm['channel'], body: unknown) => {
    alarms.push({ channel, at: new Date().toISOString(), body })
    if (alarms.length > KEPT) alarms.shift()
  }
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0] ?? '/'
    try {
      if (request.method === 'POST') {
        const text = await readBody(request)
        if (failures > 0) {
          failures -= 1
          return void response.writeHead(500).end('no')
        }
        if (path.startsWith('/services/')) keep('slack', JSON.parse(text))
        else if (/^\/api\/\d+\/envelope\/$/.test(path)) keep('sentry', parseEnvelope(text))
        else return void response.writeHead(404).end()
        return void response.writeHead(200, { 'access-control-allow-origin': '*' }).end('ok')
      }
      if (path === '/messages')
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(alarms))
      response
        .writeHead(path === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(path === '/' ? page(alarms) : '')
    } catch {
      response.writeHead(400).end('bad')
    }
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${port}`,
    messages: () => [...alarms],
    fail: (count) => {
      failures = count
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
