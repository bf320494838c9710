import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a sender's clock may be from ours, and how long something that was overheard could be sent again. */
export const SIGNATURE_MINUTES = 5
export const TIMESTAMP_HEADER = 'x-lead-timestamp'
export const SIGNATURE_HEADER = 'x-lead-signature'

/** HMAC-SHA256 over the timestamp (seconds since 1970), a full stop and the body as it is sent; hex. */
export const signatureOf = (secret: string, timestamp: string, body: string) =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')

type Asked = { headers: Headers; body: string; secrets: readonly string[]; now: Date }

/** What is wrong with a signature, in words for whoever writes the program; null when it is right. */
export function refuseSignature({ headers, body, secrets, now }: Asked): string | null {
  const timestamp = headers.get(TIMESTAMP_HEADER) ?? ''
  const signature = headers.get(SIGNATURE_HEADER) ?? ''
  if (!timestamp || !signature) {
    return `Send ${TIMESTAMP_HEADER} (seconds since 1970) and ${SIGNATURE_HEADER} (HMAC-SHA256 of timestamp, a full stop and the body, in hex).`
  }
  if (!/^\d{1,12}$/.test(timestamp)) return `${TIMESTAMP_HEADER} is to be seconds since 1970.`
  if (!/^[0-9a-f]{64}$/i.test(signature)) return `${SIGNATURE_HEADER} is to be 64 hexadecimal digits.`
  const given = Buffer.from(signature, 'hex')
  const isRight = secrets.some((secret) =>
    timingSafeEqual(Buffer.from(signatureOf(secret, timestamp, body), 'hex'), given),
  )
  if (!isRight) return 'The signature does not fit the secret of this source, the timestamp and the body.'
  const away = Math.abs(now.getTime() - Number(timestamp) * 1_000)
  return away > SIGNATURE_MINUTES * 60_000
    ? `The timestamp is more than ${SIGNATURE_MINUTES} minutes from our clock. Sign each try anew.`
    : null
}
