import type { Actor, Context } from '#server/context.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { headlineOf, needInLines } from './offer.words.ts'
import { needColumns, needOf } from './offer-view.queries.ts'
import { POND_AGE_KEYS, type PondAge, spanOfAge } from './pond-ages.words.ts'

const LEADS_OF_A_POND = 100

/** The ponds that one may fish in: of the firm, and of one's office. */
export const visiblePonds = (actor: Actor): Prisma.LeadPondWhereInput => ({
  removedAt: null,
  ...(seesWholeFirm(actor) ? {} : { OR: [{ officeId: null }, { officeId: actor.officeId }] }),
})

/** How many leads of each pond have lain there how long. */
async function countAges({ db, now }: Pick<Context, 'db' | 'now'>, pondIds: string[]) {
  const at = now()
  const counted = await Promise.all(
    POND_AGE_KEYS.map(async (age) => {
      const where = { state: 'pond' as const, pondId: { in: pondIds }, pondedAt: spanOfAge(age, at) }
      const rows = await db.inquiry.groupBy({ by: ['pondId'], where, _count: { _all: true }, _min: { pondedAt: true } })
      return rows.map(({ pondId, _count, _min }) => ({ pondId, age, leads: _count._all, oldest: _min.pondedAt }))
    }),
  )
  return counted.flat()
}

/**
 * Each pond with what lies in it, the oldest first: what is wanted, since when, and how many lie there how long. Who
 * wants it is told to whoever takes it. `only` leaves the leads of one age in one pond.
 */
export async function listPonds(ctx: Context, only?: { pondId: string; age: PondAge }) {
  const { db, actor, now } = ctx
  const ofThatAge = only && [{ pondId: { not: only.pondId } }, { pondedAt: spanOfAge(only.age, now()) }]
  const ponds = await db.leadPond.findMany({
    where: visiblePonds(actor),
    select: {
      ...{ id: true, name: true, officeId: true, office: { select: { name: true } } },
      inquiries: {
        where: { state: 'pond', ...(ofThatAge ? { OR: ofThatAge } : {}) },
        select: { ...needColumns, id: true, pondedAt: true, receivedAt: true },
        orderBy: [{ pondedAt: 'asc' }, { id: 'asc' }],
        take: LEADS_OF_A_POND,
      },
      _count: { select: { inquiries: { where: { state: 'pond' } } } },
    },
    orderBy: { name: 'asc' },
  })
  const counted = await countAges(
    ctx,
    ponds.map(({ id }) => id),
  )
  const ofAge = (pondId: string, age: PondAge) => counted.find((each) => each.pondId === pondId && each.age === age)
  return ponds.map(({ inquiries, office, _count, ...pond }) => ({
    ...pond,
    office: office?.name ?? null,
    count: _count.inquiries,
    ages: POND_AGE_KEYS.map((age) => ({ age, leads: ofAge(pond.id, age)?.leads ?? 0 })),
    // Counted from the oldest age on: the first that has any holds it.
    oldest: counted.find(({ pondId }) => pondId === pond.id)?.oldest ?? null,
    leads: inquiries.map(({ id, pondedAt, receivedAt, ...lead }) => {
      const need = needOf(lead)
      return { id, since: pondedAt ?? receivedAt, receivedAt, headline: headlineOf(need), lines: needInLines(need) }
    }),
  }))
}
