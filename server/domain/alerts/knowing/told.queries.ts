import type { Db } from '#server/db.ts'
import type { Told } from './why.ts'

type Asked = { searchIds: readonly string[]; listingId: string; recipient: string | null }

/** The mails that told an address of a home, by what in it told: the search and the event. */
async function findMails(db: Db, { listingId, recipient }: Asked): Promise<Map<string, Told['mail']>> {
  if (recipient === null) return new Map()
  const mails = await db.alertMail.findMany({
    where: { recipient, listingIds: { has: listingId } },
    select: {
      ...{ searchIds: true, eventIds: true },
      mail: { select: { id: true, state: true, sentAt: true, suppressedReason: true } },
    },
  })
  const lines = mails.flatMap(({ searchIds, eventIds, mail }) =>
    searchIds.map((searchId, line): [string, Told['mail']] => [`${searchId} ${eventIds[line]}`, mail]),
  )
  return new Map(lines)
}

/** What waits or waited before it was told, by search and event. */
async function findHolds(db: Db, { searchIds, listingId }: Asked): Promise<Map<string, Told['hold']>> {
  const holds = await db.alertHold.findMany({
    where: { searchId: { in: [...searchIds] }, listingIds: { has: listingId } },
    select: { searchId: true, eventIds: true, reason: true, state: true, dueAt: true, droppedBecause: true },
    orderBy: { id: 'asc' },
  })
  const lines = holds.flatMap(({ searchId, eventIds, ...hold }) =>
    eventIds.map((eventId): [string, Told['hold']] => [`${searchId} ${eventId}`, hold]),
  )
  return new Map(lines)
}

/** What each of these searches found about one home, the latest of each, and what became of it. */
export async function findTold(db: Db, asked: Asked): Promise<Map<string, Told>> {
  const [holds, findings, mails] = await Promise.all([
    findHolds(db, asked),
    db.alertFinding.findMany({
      where: { listingId: asked.listingId },
      select: { eventId: true, searchIds: true, versions: true, kinds: true, run: { select: { startedAt: true } } },
      orderBy: { eventId: 'asc' },
    }),
    findMails(db, asked),
  ])
  const told = new Map<string, Told>()
  for (const { eventId, searchIds, versions, kinds, run } of findings) {
    for (const searchId of asked.searchIds) {
      const line = searchIds.indexOf(searchId)
      const [version, kind] = [versions[line], kinds[line]]
      if (version === undefined || kind === undefined) continue
      const key = `${searchId} ${eventId}`
      const became = { mail: mails.get(key) ?? null, hold: holds.get(key) ?? null }
      told.set(searchId, { searchId, version, kind, at: run.startedAt, ...became })
    }
  }
  return told
}
