import type { Tone } from '../_ui/tone.ts'

export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed', 'unknown'] as const
export type MailState = (typeof MAIL_STATES)[number]

type Look = { label: string; tone: Tone; about: string }

/** How each state of a mail is called, and what it means for the person it is for. */
export const MAIL_STATE_LOOKS: Record<MailState, Look> = {
  queued: { label: 'Waiting', tone: 'waiting', about: 'Leaves with the next delivery.' },
  sending: { label: 'Leaving', tone: 'waiting', about: 'Being handed to the mail server.' },
  sent: { label: 'Sent', tone: 'good', about: 'The mail server has taken it.' },
  failed: { label: 'Failed', tone: 'bad', about: 'It will not leave by itself any more.' },
  suppressed: { label: 'Held back', tone: 'neutral', about: 'This address is not to be written to.' },
  unknown: { label: 'Uncertain', tone: 'warning', about: 'The connection broke; it may or may not have arrived.' },
}
