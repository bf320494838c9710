import type { PublicContext } from '#server/context.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { notFound } from '#server/errors.ts'
import { addressOf } from '../preferences.service.ts'
import { pauseAsRecipient } from '../recipients/leave.service.ts'
import { shownToAnybody } from './portal.queries.ts'
import { PAUSE_DAYS, type SetVerdictInput } from './portal.schema.ts'

const DAY_MS = 86_400_000

/** Keeps what a person thinks of a home. Said twice it is said once; null takes it back. */
export async function setVerdict({ db, now }: PublicContext, { token, listingId, verdict, origin }: SetVerdictInput) {
  const { email } = await addressOf(db, token)
  const home = await db.listing.findFirst({
    where: { AND: [shownToAnybody, { id: listingId }] },
    select: { streetAddress: true, city: true },
  })
  if (!home) throw notFound('This home')
  const at = now()
  await db.$transaction(async (tx) => {
    if (verdict === null) {
      await tx.contactListing.deleteMany({ where: { email, listingId } })
      return
    }
    const said = { preference: verdict, decidedAt: at, origin }
    await tx.contactListing.upsert({
      where: { email_listingId: { email, listingId } },
      create: { email, listingId, ...said },
      update: said,
    })
    if (verdict !== 'Favorite') return
    // A favourite is worth a call; the rest stands beside the homes.
    const contacts = await tx.contact.findMany({ where: { email, removedAt: null }, select: { id: true } })
    await recordFacts(
      tx,
      contacts.map(({ id }) => ({
        contactId: id,
        kind: 'home.favorite',
        summary: `Loves ${home.streetAddress}, ${home.city}`,
        refs: { listingId },
        occurredAt: at,
        factKey: `favorite:${id}:${listingId}`,
      })),
    )
  })
  return { listingId, verdict }
}

/**
 * Lets a search rest for a month, or wakes it, for this address alone. It stays switched on; what happens meanwhile is
 * not told later.
 */
export async function pauseSearch(
  { db, now }: PublicContext,
  { token, searchId, paused }: { token: string; searchId: string; paused: boolean },
) {
  const { email } = await addressOf(db, token)
  const pausedUntil = paused ? new Date(now().getTime() + PAUSE_DAYS * DAY_MS) : null
  const { count } = await db.savedSearch.updateMany({
    where: { id: searchId, removedAt: null, contact: { email, removedAt: null } },
    data: { pausedUntil },
  })
  if (count === 0 && !(await pauseAsRecipient(db, { searchId, email, pausedUntil }))) throw notFound('This search')
  return { searchId, pausedUntil }
}
