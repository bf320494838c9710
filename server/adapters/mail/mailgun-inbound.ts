import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { SIGNATURE_HOURS } from './mailgun-webhook.ts'

/** A clock may be a little ahead of ours. */
const AHEAD_MS = 5 * 60_000

// A route whose address ends with "mime" is sent the mail as it is, beside Mailgun's signature.
const inboundSchema = z.object({
  timestamp: z.string().regex(/^\d{1,12}$/),
  token: z.string().min(1).max(100),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  recipient: z.string().min(1).max(1_000),
  'body-mime': z.string().min(1),
})

export type InboundMail = { recipient: string; mime: Uint8Array<ArrayBuffer> }
export type InboundReading = { mail: InboundMail } | { refused: 'not-a-mail' | 'wrong-signature' | 'too-old' }

type Sent = { body: Uint8Array<ArrayBuffer>; contentType: string; key: string; now: Date }

/** The fields of a form in either of the two ways that Mailgun sends one; null for what is no form. */
async function fieldsOf({ body, contentType }: Sent): Promise<Record<string, string> | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    const entries = await Promise.all(
      [...form].map(async ([name, value]) => [name, typeof value === 'string' ? value : await value.text()] as const),
    )
    return Object.fromEntries(entries)
  } catch {
    return null
  }
}

/** Reads a mail that Mailgun hands in, without any statement: what Mailgun has not signed goes no further. */
export async function readInbound(sent: Sent): Promise<InboundReading> {
  const form = inboundSchema.safeParse(await fieldsOf(sent))
  if (!form.success) return { refused: 'not-a-mail' }
  const { timestamp, token, signature, recipient, 'body-mime': mime } = form.data
  const wanted = createHmac('sha256', sent.key)
    .update(timestamp + token)
    .digest()
  if (!timingSafeEqual(wanted, Buffer.from(signature, 'hex'))) return { refused: 'wrong-signature' }
  const ageMs = sent.now.getTime() - Number(timestamp) * 1_000
  // Mailgun repeats a mail for eight hours when we did not answer.
  if (ageMs > SIGNATURE_HOURS * 3_600_000 || ageMs < -AHEAD_MS) return { refused: 'too-old' }
  return { mail: { recipient, mime: new Uint8Array(Buffer.from(mime)) } }
}
