import type { Actor, Context } from '#server/context.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { headlineOf, needInLines } from './offer.words.ts'
import { needColumns, needOf } from './offer-view.queries.ts'

const LEADS_OF_A_POND = 100

/** The ponds that one may fish in: of the firm, and of one's office. */
export const visiblePonds = (actor: Actor): Prisma.LeadPondWhereInput => ({
  removedAt: null,
  ...(seesWholeFirm(actor) ? {} : { OR: [{ officeId: null }, { officeId: actor.officeId }] }),
})

/** Each pond with what lies in it, the oldest first: what is wanted, and since when. Who wants it is told to whoever takes it. */
export async function listPonds({ db, actor }: Context) {
  const ponds = await db.leadPond.findMany({
    where: visiblePonds(actor),
    select: {
      ...{ id: true, name: true, officeId: true, office: { select: { name: true } } },
      inquiries: {
        where: { state: 'pond' },
        select: { ...needColumns, id: true, pondedAt: true, receivedAt: true },
        orderBy: [{ pondedAt: 'asc' }, { id: 'asc' }],
        take: LEADS_OF_A_POND,
      },
      _count: { select: { inquiries: { where: { state: 'pond' } } } },
    },
    orderBy: { name: 'asc' },
  })
  return ponds.map(({ inquiries, office, _count, ...pond }) => ({
    ...pond,
    office: office?.name ?? null,
    count: _count.inquiries,
    leads: inquiries.map(({ id, pondedAt, receivedAt, ...lead }) => {
      const need = needOf(lead)
      return { id, since: pondedAt ?? receivedAt, receivedAt, headline: headlineOf(need), lines: needInLines(need) }
    }),
  }))
}
