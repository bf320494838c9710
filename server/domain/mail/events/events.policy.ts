import type { ProviderEvent } from '#server/adapters/mail/mailgun-webhook.ts'
import type { MailEventKind } from '#server/generated/prisma/enums.ts'

/** An event of one of our mails that somebody needs. */
export type WantedEvent = {
  mailId: string
  kind: MailEventKind
  providerEventId: string
  token: string
  detail: string | null
  occurredAt: Date
}

const KINDS: Record<string, MailEventKind> = {
  delivered: 'delivered',
  complained: 'complained',
  unsubscribed: 'unsubscribed',
  opened: 'opened',
  clicked: 'clicked',
}

/** Scanners and mail programs open and follow everything: that is no person. */
const BY_PEOPLE = new Set<MailEventKind>(['opened', 'clicked'])

function kindOf({ name, severity, byMachine }: ProviderEvent): MailEventKind | null {
  // Without a word on how bad it is, the address keeps its mails.
  if (name === 'failed') return severity === 'permanent' ? 'bounced' : 'delayed'
  const kind = KINDS[name] ?? null
  return kind && byMachine && BY_PEOPLE.has(kind) ? null : kind
}

const OURS = /^<([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@(.+)>$/

/** Decided from the event alone: what nobody needs, and what is about somebody else's mail, costs no statement. */
export function pickEvent(event: ProviderEvent, ourHost: string): WantedEvent | null {
  const [, mailId, host] = OURS.exec(event.messageId.toLowerCase()) ?? []
  const kind = kindOf(event)
  if (!mailId || host !== ourHost || !kind) return null
  const { id: providerEventId, token, detail, at: occurredAt } = event
  return { mailId, kind, providerEventId, token, detail, occurredAt }
}
