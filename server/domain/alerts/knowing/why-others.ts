import type { Db } from '#server/db.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import type { Listing, Prisma, SavedSearchVersion } from '#server/generated/prisma/client.ts'
import type { SearchReason } from '#server/generated/prisma/enums.ts'
import { fromVersion } from '../searches.rows.ts'
import { findTold } from './told.queries.ts'
import type { Happening } from './told-as.ts'
import { type Why, whySearch } from './why.ts'

/** Who was added to a search and not taken off. */
export const RECIPIENTS = {
  where: { removedAt: null },
  select: { email: true, name: true, leftAt: true, pausedUntil: true, createdAt: true },
  orderBy: { createdAt: 'asc' },
} satisfies Prisma.SavedSearch$recipientsArgs

type Added = Prisma.SearchRecipientGetPayload<typeof RECIPIENTS>
type Search = {
  id: string
  activeYN: boolean
  reason: SearchReason
  createdAt: Date
  current: SavedSearchVersion
  recipients: Added[]
}
type Known = { home: Listing; happenings: readonly Happening[]; readTo: bigint; listingId: string }

/** Why somebody who was added heard of the home, or why not; `stopped`: why no mail reaches them at all. */
export type WhyOther = Pick<Added, 'name' | 'email'> & { stopped: string | null; why: Why }

async function whyOf(db: Db, search: Search, added: Added, { listingId, ...known }: Known): Promise<Why> {
  const { email: recipient, leftAt, pausedUntil } = added
  const told = (await findTold(db, { searchIds: [search.id], listingId, recipient, isFurther: true })).get(search.id)
  const no = await db.contactListing.count({ where: { email: recipient, listingId, preference: 'Discard' } })
  const { checks: _same, ...why } = whySearch({
    ...known,
    search: {
      ...{ id: search.id, activeYN: search.activeYN, reason: search.reason, leftAt, pausedUntil },
      createdAt: new Date(Math.max(added.createdAt.getTime(), search.createdAt.getTime())),
      criteria: fromVersion(search.current),
    },
    told: told ?? null,
    // To add somebody's address must not tell what they think of homes that nobody here has told them of.
    isRejected: told !== undefined && no > 0,
  })
  return why
}

/** An answer for each person who was added to one of these searches, by search. */
export async function whyOthers(db: Db, searches: readonly Search[], known: Known): Promise<Map<string, WhyOther[]>> {
  const addresses = searches.flatMap(({ recipients }) => recipients.map(({ email }) => email))
  if (addresses.length === 0) return new Map()
  const stopped = await findSuppressed(db, addresses)
  const answers = new Map<string, WhyOther[]>()
  for (const search of searches) {
    const others: WhyOther[] = []
    for (const added of search.recipients) {
      const { name, email } = added
      others.push({
        name,
        email,
        stopped: stopped.get(email.toLowerCase()) ?? null,
        why: await whyOf(db, search, added, known),
      })
    }
    answers.set(search.id, others)
  }
  return answers
}
