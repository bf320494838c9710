import { createHmac, randomBytes, randomUUID } from 'node:crypto'

export type EventOrder = {
  event: string
  /** With or without angle brackets. */
  messageId: string
  recipient: string
  severity?: 'permanent' | 'temporary'
  /** What the other mail server said. */
  message?: string
  at?: Date
  /** What opened the mail, where it was no human: "gmail", "apple", … */
  bot?: string
  url?: string
}

type Signing = { timestamp?: string; token?: string; signature?: string }

/** `signature` of a webhook: HMAC-SHA256 of timestamp and token, as hex. */
export function signWebhook(key: string, over: Signing = {}) {
  const timestamp = over.timestamp ?? String(Math.floor(Date.now() / 1_000))
  const token = over.token ?? randomBytes(25).toString('hex')
  const signature =
    over.signature ??
    createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex')
  return { timestamp, token, signature }
}

/** The body that Mailgun posts for an event. */
export function webhookBody(key: string, order: EventOrder, over: Signing = {}): string {
  const { event, messageId, recipient, severity, message, bot, url, at = new Date() } = order
  return JSON.stringify({
    signature: signWebhook(key, over),
    'event-data': {
      id: randomBytes(16).toString('base64url'),
      event,
      timestamp: at.getTime() / 1_000,
      'log-level': event === 'failed' ? 'error' : 'info',
      recipient,
      'recipient-domain': recipient.split('@')[1],
      message: { headers: { 'message-id': messageId.replace(/^<|>$/g, ''), to: recipient, subject: 'A mail' } },
      ...(severity ? { severity, reason: severity === 'permanent' ? 'bounce' : 'generic' } : {}),
      ...(message ? { 'delivery-status': { code: 550, message, 'attempt-no': 1 } } : {}),
      ...(bot ? { 'client-info': { bot, 'client-type': 'browser' } } : {}),
      ...(url ? { url } : {}),
      campaigns: [],
      tags: [],
      'user-variables': {},
      'x-request': randomUUID(),
    },
  })
}
