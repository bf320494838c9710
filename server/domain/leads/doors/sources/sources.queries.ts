import type { Context } from '#server/context.ts'
import { env } from '#server/env.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { SourceDoor } from '../doors.words.ts'
import { SOURCE_DOORS } from '../doors.words.ts'
import { inboundDomain } from '../letters/inbound-address.ts'

const DAYS = 30

const row = {
  ...{ id: true, key: true, name: true, door: true, isActive: true, defaultLeadType: true, defaultTags: true },
  ...{ trustsNamedAgent: true, perMinute: true, allowedOrigins: true, createdAt: true, oldSecretUntil: true },
} satisfies Prisma.LeadSourceSelect

/** Where this source sends to: an address of a route, or of a mailbox. */
function addressOf(door: SourceDoor, key: string): string | null {
  if (door === 'webhook') return `${env.APP_URL}/api/leads/webhook/${key}`
  if (door === 'form') return `${env.APP_URL}/api/leads/form/${key}`
  return door === 'email' ? `${key}@${inboundDomain()}` : null
}

const doorOf = (door: string): SourceDoor => SOURCE_DOORS.find((each) => each === door) ?? 'webhook'

/** Every source, with how much came by it lately and when something last did. */
export async function listSources({ db, now }: Context) {
  const since = new Date(now().getTime() - DAYS * 24 * 3_600_000)
  const [sources, leads, last, waiting] = await Promise.all([
    db.leadSource.findMany({ select: row, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 }),
    db.inquiry.groupBy({
      by: ['sourceId'],
      where: { sourceId: { not: null }, receivedAt: { gte: since } },
      _count: { _all: true },
    }),
    db.leadArrival.groupBy({ by: ['sourceId'], where: { sourceId: { not: null } }, _max: { receivedAt: true } }),
    db.leadArrival.groupBy({
      by: ['sourceId'],
      where: { sourceId: { not: null }, state: { in: ['held', 'unreadable'] } },
      _count: { _all: true },
    }),
  ])
  const leadsOf = new Map(leads.map(({ sourceId, _count }) => [sourceId, _count._all]))
  const lastOf = new Map(last.map(({ sourceId, _max }) => [sourceId, _max.receivedAt]))
  const waitingOf = new Map(waiting.map(({ sourceId, _count }) => [sourceId, _count._all]))
  return sources.map((source) => ({
    ...source,
    door: doorOf(source.door),
    address: addressOf(doorOf(source.door), source.key),
    leads30: leadsOf.get(source.id) ?? 0,
    lastArrivalAt: lastOf.get(source.id) ?? null,
    waiting: waitingOf.get(source.id) ?? 0,
  }))
}

/** Names alone, for whoever chooses one. */
export const listSourceNames = ({ db }: Context) =>
  db.leadSource.findMany({
    where: { isActive: true },
    select: { id: true, key: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })

export async function findSource(db: Context['db'], sourceId: string) {
  const source = await db.leadSource.findUnique({ where: { id: sourceId } })
  if (!source) throw notFound('This source')
  return source
}
