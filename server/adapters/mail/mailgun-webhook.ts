import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** How old a signature may be: Mailgun repeats an event for eight hours when we did not answer. */
export const SIGNATURE_HOURS = 9
/** A clock may be a little ahead of ours. */
const AHEAD_MS = 5 * 60_000

const webhookSchema = z.object({
  signature: z.object({
    timestamp: z.string().regex(/^\d{1,12}$/),
    token: z.string().min(1).max(100),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'event-data': z.object({
    id: z.string().min(1).max(200),
    event: z.string().max(50),
    timestamp: z.number().min(0).max(9_999_999_999),
    severity: z.string().max(50).optional().catch(undefined),
    message: z.object({ headers: z.object({ 'message-id': z.string().max(500) }) }),
    'delivery-status': z
      .object({
        message: z.string().optional().catch(undefined),
        description: z.string().optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    'client-info': z
      .object({ bot: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
    url: z.string().max(2_000).optional().catch(undefined),
  }),
})
type Webhook = z.output<typeof webhookSchema>

/** What Mailgun tells, in our words. `kind` is one of Mailgun's own names; `by` names the machine that did it, if one did. */
export type ProviderEvent = {
  id: string
  /** Once only: a second webhook with the same one is a replay. */
  token: string
  name: string
  severity: string | null
  /** With angle brackets, as we sent it. */
  messageId: string
  at: Date
  detail: string | null
  byMachine: boolean
}

export type Reading = { event: ProviderEvent } | { refused: 'not-a-webhook' | 'wrong-signature' | 'too-old' }

/** HMAC-SHA256 over timestamp and token, compared in constant time. */
function isSigned({ signature: { timestamp, token, signature } }: Webhook, key: string): boolean {
  const wanted = createHmac('sha256', key)
    .update(timestamp + token)
    .digest()
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex'))
}

function toEvent({ signature: { token }, 'event-data': data }: Webhook): ProviderEvent {
  const status = data['delivery-status']
  const words = status?.message || status?.description || data.url || null
  return {
    token,
    id: data.id,
    name: data.event,
    severity: data.severity ?? null,
    messageId: `<${data.message.headers['message-id'].replace(/^<|>$/g, '')}>`,
    at: new Date(data.timestamp * 1_000),
    // PostgreSQL's texts hold everything but NUL.
    detail: words ? words.replaceAll('\0', '').slice(0, 500) : null,
    byMachine: Boolean(data['client-info']?.bot),
  }
}

/** Reads one webhook of Mailgun's, without any statement: what is not signed by Mailgun goes no further. */
export function readWebhook(body: string, key: string, now: Date): Reading {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { refused: 'not-a-webhook' }
  }
  const webhook = webhookSchema.safeParse(json)
  if (!webhook.success) return { refused: 'not-a-webhook' }
  if (!isSigned(webhook.data, key)) return { refused: 'wrong-signature' }
  const ageMs = now.getTime() - Number(webhook.data.signature.timestamp) * 1_000
  if (ageMs > SIGNATURE_HOURS * 3_600_000 || ageMs < -AHEAD_MS) return { refused: 'too-old' }
  return { event: toEvent(webhook.data) }
}
