import type { Db } from '#server/db.ts'
import type { OfferKind } from '#server/generated/prisma/enums.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { type Course, courseSchema, expiryOf } from './course.ts'
import { offerMade } from './offers.events.ts'

/** As the database writes them. */
const KINDS: Record<OfferKind, string> = { direct: 'direct', firstToClaim: 'first_to_claim' }

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
  const ladder = JSON.stringify({ ...course, startedAt: course.startedAt.toISOString() })
  const [expiresAt, people] = [expiryOf(course, rung, at), [...new Set(personIds)]]
  // A lead that has just come is nobody's already: a row that is written twice pays for its indexes twice.
  await tx.$executeRaw`
    /* one plan */ WITH nobodys AS (
      UPDATE inquiry SET state = 'offered', agent_id = NULL, pond_id = NULL, ponded_at = NULL
       WHERE id = ${inquiryId}::uuid
         AND (state <> 'offered' OR agent_id IS NOT NULL OR pond_id IS NOT NULL OR ponded_at IS NOT NULL)),
    made AS (
      INSERT INTO lead_offer (id, inquiry_id, hop, kind, ladder, rung, offered_at, expires_at)
      VALUES (${id}::uuid, ${inquiryId}::uuid, ${hop}, ${KINDS[kind]}::offer_kind, ${ladder}::jsonb, ${rung}, ${at}, ${expiresAt})
      RETURNING id)
    INSERT INTO lead_offer_person (offer_id, person_id, asked_at)
    SELECT made.id, person_id, ${at} FROM made, unnest(${people}::uuid[]) AS person_id`
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
