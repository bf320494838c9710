import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { PublicContext } from '#server/context.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { addressOf } from '../preferences.service.ts'
import { shownToAnybody } from './portal.queries.ts'
import { findMailBehind, findWhoWasShown } from './visits.sql.ts'
import { dayOf, visitedInWords } from './visits.words.ts'

/** Somebody who comes back sooner has never left. */
const ONE_VISIT_MS = 30 * 60_000

/**
 * Keeps that the person behind a link looked at a home: once in half an hour, and told to the agent once a day. The page
 * sends it after it was looked at for two seconds, so that machines which open every link of a mail are not counted.
 */
export async function recordVisit(
  { db, now }: PublicContext,
  { token, listingKey }: { token: string; listingKey: string },
) {
  const { email } = await addressOf(db, token)
  const home = await db.listing.findFirst({
    where: { AND: [shownToAnybody, { listingKey }] },
    select: { id: true, streetAddress: true, city: true },
  })
  if (!home) throw notFound('This home')
  const at = now()
  if (!(await takeTry(db, { counted: [{ kind: 'visit', value: email }], now: at }))) return { counted: false }
  const visit = { email, listingId: home.id }
  return db.$transaction(async (tx) => {
    const key = `visit:${email.toLowerCase()}:${home.id}`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`
    const since = new Date(at.getTime() - ONE_VISIT_MS)
    if (await tx.homeVisit.findFirst({ where: { ...visit, visitedAt: { gt: since } }, select: { id: true } }))
      return { counted: false }
    const id = newId()
    await tx.homeVisit.create({ data: { id, ...visit, mailId: await findMailBehind(tx, visit), visitedAt: at } })
    const times = await tx.homeVisit.count({ where: visit })
    const summary = visitedInWords({ place: `${home.streetAddress}, ${home.city}`, times })
    const contacts = await findWhoWasShown(tx, visit)
    await recordFacts(
      tx,
      contacts.map((contact) => ({
        ...{ contactId: contact.id, kind: 'home.visited', summary, refs: { listingId: home.id } },
        ...{ occurredAt: at, factKey: `visit:${contact.id}:${home.id}:${dayOf(at)}` },
      })),
    )
    return { counted: true }
  })
}
