import type { Context } from '#server/context.ts'
import { nextTick } from '#server/domain/jobs/cron.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { visibleSearches } from '../searches.policy.ts'

const SHOWN = 100

const home = {
  ...{ id: true, streetAddress: true, unitNumber: true, city: true, postalCode: true, standardStatus: true },
  ...{ listPriceCents: true, previousListPriceCents: true, bedroomsTotal: true, bathroomsFull: true },
  ...{ bathroomsHalf: true, livingAreaSqFt: true, photoUrls: true },
} satisfies Prisma.ListingSelect

type Home = Prisma.ListingGetPayload<{ select: typeof home }>

const toCard = ({ photoUrls, listPriceCents, previousListPriceCents, ...rest }: Home) => ({
  ...rest,
  listPriceCents: Number(listPriceCents),
  previousListPriceCents: previousListPriceCents === null ? null : Number(previousListPriceCents),
  photoUrl: photoUrls[0] ?? null,
})

/** What waits for an agent's word, what expires first on top: for whom, by which search, which homes, until when. */
export async function listApprovals({ db, actor, now }: Context, { contactId }: { contactId?: string | undefined }) {
  const at = now()
  const holds = await db.alertHold.findMany({
    where: {
      ...{ state: 'waiting', dueAt: null, expiresAt: { gt: at } },
      search: { AND: [visibleSearches(actor), contactId === undefined ? {} : { contactId }] },
    },
    select: {
      ...{ id: true, expiresAt: true, createdAt: true, listingIds: true, kinds: true },
      search: {
        select: {
          ...{ id: true, name: true, current: { select: { summary: true } } },
          contact: { select: { id: true, fullName: true, agent: { select: { id: true, fullName: true } } } },
        },
      },
    },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: SHOWN + 1,
  })
  const shown = holds.slice(0, SHOWN)
  const ids = new Set(shown.flatMap(({ listingIds }) => listingIds))
  const homes = await db.listing.findMany({ where: { id: { in: [...ids] } }, select: home })
  const cardOf = new Map(homes.map((row) => [row.id, toCard(row)]))
  const schedule = scheduleOf('send-alerts')
  return {
    hasMore: holds.length > SHOWN,
    nextRunAt: schedule ? nextTick(schedule, at) : null,
    items: shown.map(({ search: { current, contact, ...search }, listingIds, kinds, ...hold }) => ({
      ...hold,
      search: { ...search, summary: current.summary },
      contact,
      // A home that is new and was reduced stands once, with what came first.
      homes: [...new Set(listingIds)].flatMap((listingId) => {
        const [card, kind] = [cardOf.get(listingId), kinds[listingIds.indexOf(listingId)]]
        return card && kind ? [{ ...card, kind }] : []
      }),
    })),
  }
}
