import { createHmac, timingSafeEqual } from 'node:crypto'

/** Older than that, and a request may have been overheard and sent again. */
const MOST_SECONDS = 5 * 60

export type SignatureVerdict = 'good' | 'unsigned' | 'old' | 'wrong'
type Signed = { body: string; timestamp: string | null; signature: string | null }

/** What Slack writes into X-Slack-Signature, over the body byte for byte. */
export const signatureOf = (secret: string, timestamp: string, body: string) =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`

/** Whether a request comes from Slack, and now. It takes as long for a signature that is nearly right as for any other. */
export function checkSignature({ body, timestamp, signature }: Signed, secret: string, now: Date): SignatureVerdict {
  if (!timestamp || !signature) return 'unsigned'
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf(secret, timestamp, body))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'wrong'
  const age = Math.abs(now.getTime() / 1_000 - Number(timestamp))
  return /^\d{1,12}$/.test(timestamp) && age <= MOST_SECONDS ? 'good' : 'old'
}
