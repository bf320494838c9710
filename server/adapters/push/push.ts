import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import webPush from 'web-push'
import type { Push, PushMessage, PushOutcome, PushTarget } from './push.types.ts'
import { mayPushTo } from './push-hosts.ts'

type Options = {
  publicKey: string
  privateKey: string
  /** "mailto:…" or an address: whom the push service calls when we go wrong. */
  subject: string
  sinkUrl?: string | undefined
  timeoutMs?: number
  breakMs?: number
}

/** The services say that a subscription is over by either. */
const GONE = new Set([404, 410])
/** The moment's fault, not the message's: worth another try. */
const LATER = new Set([408, 425, 429])

/** Web push (RFC 8030, 8291, 8292): encrypted for the one browser, signed by our key, each service behind its own breaker. */
export function connectPush(options: Options): Push {
  const { publicKey, privateKey, subject, sinkUrl, timeoutMs = 5_000, breakMs = 30_000 } = options
  const breakers = new Map<string, ReturnType<typeof circuitBreaker>>()
  const breakerOf = (endpoint: string) => {
    const { host } = new URL(endpoint)
    const breaker =
      breakers.get(host) ?? circuitBreaker(handleAll, { halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(5) })
    breakers.set(host, breaker)
    return breaker
  }

  async function hand({ endpoint, p256dh, auth }: PushTarget, message: PushMessage): Promise<PushOutcome> {
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, message.payload, {
      vapidDetails: { subject, publicKey, privateKey },
      contentEncoding: webPush.supportedContentEncodings.AES_128_GCM,
      ...{ TTL: message.ttlSeconds, urgency: 'high', topic: message.topic },
    })
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: Object.entries(headers)
        .filter(([name]) => name.toLowerCase() !== 'content-length')
        .map(([name, value]): [string, string] => [name, String(value)]),
      body: new Uint8Array(body),
      // A push service does not lead elsewhere; whatever does is not followed.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (status >= 200 && status < 300) return { outcome: 'taken' }
    if (GONE.has(status)) return { outcome: 'gone' }
    if (status >= 500 || LATER.has(status)) throw new Error(`The push service answered ${status}.`)
    return { outcome: 'refused', reason: `The push service answered ${status}.` }
  }

  return {
    send: async (target, message) => {
      // Asked again here: what stands in the table may be older than the list.
      if (!mayPushTo(target.endpoint, sinkUrl)) return { outcome: 'refused', reason: 'This is no push service.' }
      return breakerOf(target.endpoint).execute(() => hand(target, message))
    },
  }
}
