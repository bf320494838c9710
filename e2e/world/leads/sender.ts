import { createHmac } from 'node:crypto'

type Signing = { timestamp?: string; signature?: string }

/** The headers that a portal's program sends with a lead: HMAC-SHA256 over the time, a full stop and the body. */
export function signLead(secret: string, body: string, over: Signing = {}): Record<string, string> {
  const timestamp = over.timestamp ?? String(Math.floor(Date.now() / 1_000))
  const signature = over.signature ?? createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return { 'content-type': 'application/json', 'x-lead-timestamp': timestamp, 'x-lead-signature': signature }
}

/** The first secret of a source, as an app with this master secret makes it. */
export const leadSecretOf = (master: string, sourceId: string): string =>
  `lead_${createHmac('sha256', master).update(`lead-source:${sourceId}:1`).digest('base64url')}`
