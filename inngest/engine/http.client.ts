import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

export type Reply = { status: number; headers: Record<string, string | undefined>; text: string }

type Call = {
  method: 'POST' | 'PUT'
  body: string
  headers: Record<string, string>
  timeoutMs: number
  signal?: AbortSignal
}

/** An answer larger than this is refused: state is sent along with every later step. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024

/** One request, one connection. Rejects when no complete answer arrives in time. */
export function callHttp(url: URL, { method, body, headers, timeoutMs, signal }: Call): Promise<Reply> {
  // fetch gives up on headers after five minutes, and a pooled connection may die while the app restarts.
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const limit = AbortSignal.timeout(timeoutMs)
    const outgoing = request(
      url,
      {
        method,
        agent: false,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (incoming) => {
        const chunks: Buffer[] = []
        let size = 0
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > MAX_REPLY_BYTES) outgoing.destroy(new Error(`The answer is larger than ${MAX_REPLY_BYTES} bytes.`))
          else chunks.push(chunk)
        })
        incoming.on('error', reject)
        incoming.on('end', () => {
          const flat = Object.entries(incoming.headers).map(([key, value]) => [key, [value].flat().join(', ')])
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(flat),
            text: Buffer.concat(chunks).toString('utf8'),
          })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
