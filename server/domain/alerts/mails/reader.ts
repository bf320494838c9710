import type { AlertRole } from '#server/generated/prisma/enums.ts'
import type { PlannedMatch } from './planned-mail.queries.ts'

/** As what somebody reads a line of a mail; or why it is not for them, as the reason why a mail is held back. */
export type Reader =
  | { as: 'person' }
  | { as: 'further'; name: string; addedBy: string | null }
  | { as: 'copy' }
  | { as: 'nobody'; because: Because }

/** In this order: of several, what comes later says more. */
export const REASONS = ['contact-removed', 'search-off', 'left', 'copy-off', 'search-paused'] as const
type Because = (typeof REASONS)[number]

type Mail = { recipient: string; role: AlertRole; contactId: string; now: Date } & Copied
/** Searches of which it is a copy, and those of which nobody gets the original. */
type Copied = { copied: ReadonlySet<string>; silent: ReadonlySet<string> }

const same = (one: string | null | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()
const nobody = (because: Because): Reader => ({ as: 'nobody', because })
const rests = (until: Date | null, now: Date) => until !== null && until > now

/** What the address of a mail is, at this moment, to the search of one of its lines: who has left since gets nothing. */
export function readerOf({ search }: Pick<PlannedMatch, 'search'>, mail: Mail): Reader {
  const { contact, owner, contactLeftAt, pausedUntil } = search
  if (contact.removedAt) return nobody('contact-removed')
  if (!search.activeYN || search.removedAt) return nobody('search-off')
  if (mail.copied.has(search.id)) {
    const reads =
      search.bccMeYN && !mail.silent.has(search.id) && owner?.removedAt === null && same(owner.email, mail.recipient)
    return reads ? { as: 'copy' } : nobody('copy-off')
  }
  // A mail to the address that its contact had when it was planned is still theirs.
  if (same(contact.email, mail.recipient) || (mail.role === 'person' && contact.id === mail.contactId)) {
    if (contactLeftAt) return nobody('left')
    return rests(pausedUntil, mail.now) ? nobody('search-paused') : { as: 'person' }
  }
  const added = search.recipients.find(({ email }) => same(email, mail.recipient))
  if (!added || added.leftAt || added.removedAt) return nobody('left')
  if (rests(added.pausedUntil, mail.now)) return nobody('search-paused')
  return { as: 'further', name: added.name, addedBy: added.addedBy?.fullName ?? null }
}
