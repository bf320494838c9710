import { createECDH, type ECDH, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { decryptPush, refuseSender } from './read-push.ts'

export type PushMood = 'well' | 'gone' | 'down' | 'silent'
export type ReceivedPush = { device: string; payload: string; ttlSeconds: number; topic: string; urgency: string }
type Device = { browser: ECDH; auth: Buffer }

export type PushSink = {
  url: string
  /** A browser with keys of its own, subscribed for this public key of the sender. */
  subscribe: (name: string) => { endpoint: string; p256dh: string; auth: string }
  received: () => ReceivedPush[]
  /** What was refused, in words. */
  refused: () => string[]
  behave: (mood: PushMood) => void
  stop: () => Promise<void>
}

/** Plays a push service and the browsers behind it: checks who sends, decrypts, and keeps what was said. */
export async function startPushSink({ port, publicKey }: { port: number; publicKey: string }): Promise<PushSink> {
  const url = `http://127.0.0.1:${port}`
  const devices = new Map<string, Device>()
  const received: ReceivedPush[] = []
  const refused: string[] = []
  let mood: PushMood = 'well'

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const answer = (status: number) => response.writeHead(status).end()
    const header = (name: string) => String(request.headers[name] ?? '')
    const name = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
    const device = devices.get(name)
    if (mood === 'silent') return
    if (mood === 'down') return void answer(503)
    if (mood === 'gone' || !device) return void answer(410)
    const trouble =
      request.method !== 'POST' || header('content-encoding') !== 'aes128gcm' || !/^\d+$/.test(header('ttl'))
        ? 'no push message'
        : refuseSender(header('authorization'), { origin: url, publicKey })
    if (trouble) {
      refused.push(trouble)
      return void answer(403)
    }
    const payload = decryptPush(Buffer.concat(parts), device)
    const said = { ttlSeconds: Number(header('ttl')), topic: header('topic'), urgency: header('urgency') }
    received.push({ device: name, payload, ...said })
    answer(201)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url,
    subscribe: (name) => {
      const browser = createECDH('prime256v1')
      browser.generateKeys()
      const auth = randomBytes(16)
      devices.set(name, { browser, auth })
      const p256dh = browser.getPublicKey().toString('base64url')
      return { endpoint: `${url}/push/${encodeURIComponent(name)}`, p256dh, auth: auth.toString('base64url') }
    },
    received: () => [...received],
    refused: () => [...refused],
    behave: (next) => {
      mood = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
