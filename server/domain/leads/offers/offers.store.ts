import type { Db } from '#server/db.ts'
import type { OfferKind } from '#server/generated/prisma/enums.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { type Course, courseSchema, expiryOf } from './course.ts'
import { offerMade } from './offers.events.ts'

type NewOffer = {
  inquiryId: string
  hop: number
  kind: OfferKind
  personIds: readonly string[]
  course: Course
  /** The step of the ladder that comes next. */
  rung: number
  at: Date
}

/** Holds a lead out to somebody: from now on it is nobody's, and has one live offer, which a unique index holds. */
export async function makeOffer(
  tx: Db,
  { inquiryId, hop, kind, personIds, course, rung, at }: NewOffer,
): Promise<{ offerId: string }> {
  const id = newId()
  // One that has just come is nobody's already: a row that is written twice pays for its indexes twice.
  const nobodys = { state: 'offered', agentId: null, pondId: null, pondedAt: null } as const
  await tx.inquiry.updateMany({ where: { id: inquiryId, NOT: nobodys }, data: nobodys })
  const ladder = { ...course, startedAt: course.startedAt.toISOString() }
  const expiresAt = expiryOf(course, rung, at)
  await tx.leadOffer.create({
    data: { id, inquiryId, hop, kind, ladder, rung, offeredAt: at, expiresAt },
    select: { id: true },
  })
  const people = [...new Set(personIds)].map((personId) => ({ offerId: id, personId, askedAt: at }))
  await tx.leadOfferPerson.createMany({ data: people })
  await announce(tx, offerMade({ offerId: id }))
  return { offerId: id }
}

/** An offer with its course, locked until the caller's transaction ends. Null when there is none. */
export async function lockOffer(tx: Db, offerId: string) {
  await tx.$queryRaw`SELECT 1 FROM lead_offer WHERE id = ${offerId}::uuid FOR UPDATE`
  const offer = await tx.leadOffer.findUnique({
    where: { id: offerId },
    include: { people: true, steps: { orderBy: { rung: 'asc' } } },
  })
  return offer && { ...offer, course: courseSchema.parse(offer.ladder) }
}
export type LockedOffer = NonNullable<Awaited<ReturnType<typeof lockOffer>>>

/** Everybody who was asked for a lead so far. */
export async function askedFor(tx: Db, inquiryId: string): Promise<string[]> {
  const rows = await tx.leadOfferPerson.findMany({
    where: { offer: { inquiryId } },
    select: { personId: true },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}
