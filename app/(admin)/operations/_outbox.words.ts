import type { MailKind } from '#server/domain/mail/mail.types.ts'
import { MAIL_STATES, type MailState } from '../../_mails/mail-states.words.ts'

const KINDS = {
  alert: 'Property alert',
  invitation: 'Invitation',
  confirmation: 'Address to confirm',
  'password-reset': 'New password',
  'address-notice': 'Notice to the old address',
  'portal-link': 'Link to their homes',
  'still-wanted': 'Still want these?',
  'agent-digest': 'Alerts that need a look',
  'sign-up': 'Sign-up to confirm',
  inquiry: 'Inquiry, to the agent',
  'inquiry-receipt': 'Inquiry, to who asked',
  'set-away': 'Set to away after missed offers',
  offer: 'Lead, offered to an agent',
  'lead-idle': 'Lead that nobody works',
  'lead-taken-back': 'Lead that was taken back',
  'slack-channel': 'Slack channel that takes nothing',
} as const satisfies Record<MailKind, string>

const isKind = (kind: string): kind is MailKind => Object.hasOwn(KINDS, kind)

/** "password-reset" -> "New password". */
export const mailKindInWords = (kind: string) => (isKind(kind) ? KINDS[kind] : kind)

type Dead = { lastError: string | null; inDoubtSince: Date | null; contactId: string | null }

/** What helps with a mail that will not leave by itself any more. */
export function remedyInWords({ lastError, inDoubtSince, contactId }: Dead): string {
  if (inDoubtSince) {
    return 'The connection broke after the mail was handed over, each time: it may have arrived. Ask before you send it again, or they get it twice.'
  }
  if (/^Could not be composed/.test(lastError ?? '')) {
    return 'Palmetto could not write it. Nothing was sent. Send it again once the cause is mended; until then it would fail in the same way.'
  }
  if (/\b5\.[14]\.\d|mailbox|no such (user|address)|user unknown|unknown (user|recipient)/i.test(lastError ?? '')) {
    return contactId
      ? 'The address does not take mails. Correct it on the contact: the next alert goes to the new one. Sent again, this mail would go to the old one.'
      : 'The address does not take mails. Correct it, and ask for a new mail; sent again, this one would go to the old one.'
  }
  return 'The mail server refused it. When its answer names something that was mended since, send it again: it keeps its identity, so that nobody gets it twice.'
}

const BLOCKED: Record<string, string> = {
  unsubscribed: 'They asked for no more mails.',
  complained: 'They reported a mail as unwanted.',
  bounced: 'Mails to it came back.',
  manual: 'Blocked by hand.',
}

/** Whether an address is written to, and why not. */
export const blockedInWords = (reason: string | null) =>
  reason === null ? 'Is written to.' : (BLOCKED[reason] ?? 'Is not written to.')

/** Whether the switch for it is ours: not after its owner has said something. */
export const mayOpen = (reason: string | null) => reason === null || reason === 'manual' || reason === 'bounced'

/** The page's address: which mails, and which of them is open. */
export function outboxHref({ state, mailId }: { state?: MailState | undefined; mailId?: string | null }): string {
  const params = new URLSearchParams({ ...(state ? { state } : {}), ...(mailId ? { mail: mailId } : {}) })
  return `/operations/outbox${params.size > 0 ? `?${params}` : ''}`
}

/** Reads the open mail from the address bar. */
export const readMailId = (value: string | null): string | null =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value ?? '') ? value : null

/** Reads the state from the address bar; anything else means all. */
export const readState = (value: unknown): MailState | undefined => MAIL_STATES.find((state) => state === value)
