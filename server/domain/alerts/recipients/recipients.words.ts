/** RESO ToEmailList and CcEmailList, as an agent says it. */
export const RECIPIENT_KINDS = ['To', 'Cc'] as const
export type RecipientKind = (typeof RECIPIENT_KINDS)[number]

/** More than a family is a mailing list. */
export const MOST_RECIPIENTS = 5

/** What an agent ticks before anybody is added, and what is kept of it. */
export const THEY_ASKED = 'They asked me to get these mails'

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/New_York' })

/** "Left on May 3". */
export const leftInWords = (at: Date) => `Left on ${day.format(at)}`
