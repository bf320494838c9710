import type { Db } from '#server/db.ts'
import type { Told } from './why.ts'

/** `recipient`: one address; `isFurther`: it was added to these searches, which are somebody else's. */
type Asked = { searchIds: readonly string[]; listingId: string; recipient: string | null; isFurther?: boolean }

type Lines = { mails: Map<string, Told['mail']>; first: Told[] }

/** The mails that told an address of a home, by what in it told: the search and the event; and first sends among them. */
async function findMails(db: Db, { listingId, recipient }: Asked): Promise<Lines> {
  if (recipient === null) return { mails: new Map(), first: [] }
  const rows = await db.alertMail.findMany({
    where: { recipient, listingIds: { has: listingId } },
    select: {
      ...{ searchIds: true, eventIds: true, listingIds: true, versions: true, kinds: true, slot: true, copied: true },
      mail: { select: { id: true, state: true, sentAt: true, suppressedReason: true } },
    },
    orderBy: { slot: 'asc' },
  })
  const lines = rows.flatMap(({ searchIds, eventIds, listingIds, versions, kinds, slot, copied, mail }) =>
    searchIds.flatMap((searchId, line) => {
      const [eventId, version, kind] = [eventIds[line], versions[line], kinds[line]]
      if (listingIds[line] !== listingId || copied.includes(searchId) || version === undefined || !kind) return []
      return [{ key: `${searchId} ${eventId}`, told: { searchId, version, kind, at: slot, mail, hold: null } }]
    }),
  )
  return {
    mails: new Map(lines.map(({ key, told }) => [key, told.mail])),
    first: lines.flatMap(({ told }) => (told.kind === 'MatchesNow' ? [told] : [])),
  }
}

/** What waits or waited before it was told to them, by search and event; and first sends that no mail has told yet. */
async function findHolds(db: Db, { searchIds, listingId, recipient, isFurther = false }: Asked) {
  const theirs = isFurther ? [{ recipient }, { recipient: null, reason: 'approval' as const }] : [{ recipient: null }]
  const rows = await db.alertHold.findMany({
    where: { searchId: { in: [...searchIds] }, listingIds: { has: listingId }, OR: theirs },
    select: {
      ...{ searchId: true, eventIds: true, reason: true, state: true, dueAt: true, droppedBecause: true },
      ...{ runId: true, version: true, createdAt: true },
    },
    orderBy: { id: 'asc' },
  })
  const toHold = ({ reason, state, dueAt, droppedBecause }: (typeof rows)[number]) => ({
    ...{ reason, state, dueAt, droppedBecause },
  })
  return {
    holds: new Map(
      rows.flatMap((row) => row.eventIds.map((id): [string, Told['hold']] => [`${row.searchId} ${id}`, toHold(row)])),
    ),
    first: rows.flatMap((row): Told[] => {
      if (row.runId !== null || row.state === 'told') return []
      const { searchId, version, createdAt: at } = row
      return [{ searchId, version, kind: 'MatchesNow', at, mail: null, hold: toHold(row) }]
    }),
  }
}

/** What each of these searches found about one home, the latest of each, and what became of it. */
export async function findTold(db: Db, asked: Asked): Promise<Map<string, Told>> {
  const [{ holds, first: waiting }, findings, { mails, first: sent }] = await Promise.all([
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
  for (const first of [...waiting, ...sent]) {
    const known = told.get(first.searchId)
    // A run finds what a first send has told already, too, and tells nobody of it.
    const isNews = known && known.at > first.at && (known.mail !== null || known.hold !== null)
    if (asked.searchIds.includes(first.searchId) && !isNews) told.set(first.searchId, first)
  }
  return told
}
