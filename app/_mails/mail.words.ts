import type { SentMail } from './sent-mail.ts'

const HELD_BACK: Record<string, string> = {
  unsubscribed: 'They had asked for no more mails before it left.',
  bounced: 'Mails to this address came back before.',
  complained: 'They had reported a mail as unwanted.',
  manual: 'Mails to this address are blocked.',
  'contact-removed': 'The contact was removed before it left.',
  'search-off': 'The alert was switched off before it left.',
  left: 'They left the alert before it left.',
  'copy-off': 'The copies were switched off before it left.',
  'search-paused': 'They paused the alert before it left.',
  'home-discarded': 'They said no to the home before it left.',
  'home-gone': 'The home was sold or withdrawn before it left.',
}

/** Why it has not arrived, or has no content to show. */
export function whyNotSent({ state, suppressedReason, lastError }: SentMail): string {
  if (state === 'suppressed') return HELD_BACK[suppressedReason ?? ''] ?? 'It was held back before it left.'
  if (state === 'sent') return 'It was sent long ago, and its content is no longer kept.'
  if (state === 'failed') return `It could not be delivered. ${lastError ?? ''}`
  return 'It is written at the moment it leaves, so that a home sold in between is not in it.'
}
