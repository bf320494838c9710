import { connectDb, type RootDb } from '#server/db.ts'
import { feedHead, numberFeed, readFeed } from '#server/domain/listings/listings.feed.ts'
import { aListing } from '#server/testing/factories.ts'
import { atLeast, atMost, type Bench, known, percentile } from './bench.ts'
import { startBenchDatabase } from './database.ts'

const WRITERS = 8
const SECONDS = { ci: 8, full: 60 }
/** How long a writer dawdles between its write and its commit, at most. */
const LATE_SECONDS = 0.05

type Reader = { seen: Set<string>; read: () => Promise<void> }

/** Numbers and reads, as the alert run does. */
function followFeed(db: RootDb): Reader & { lagMs: number[] } {
  const seen = new Set<string>()
  const lagMs: number[] = []
  let after = 0n
  const read = async () => {
    await numberFeed(db)
    for (const { eventId, position, recordedAt } of await readFeed(db, { after, limit: 10_000 })) {
      if (position !== after + 1n) throw new Error(`A gap in the feed between ${after} and ${position}.`)
      seen.add(eventId)
      lagMs.push(Date.now() - recordedAt.getTime())
      after = position
    }
  }
  return { seen, lagMs, read }
}

/** Remembers the last time it has seen: what one writes first. */
function followTime(db: RootDb): Reader {
  const seen = new Set<string>()
  let last = new Date(0)
  const read = async () => {
    const rows = await db.listingEvent.findMany({
      where: { recordedAt: { gt: last } },
      orderBy: { recordedAt: 'asc' },
      select: { id: true, recordedAt: true },
    })
    for (const { id, recordedAt } of rows) {
      seen.add(id)
      last = recordedAt
    }
  }
  return { seen, read }
}

/** Writes events until told to stop, each committed a random while after it was written. Returns what was committed. */
async function writeEvents(db: RootDb, listingId: string, goesOn: () => boolean): Promise<string[]> {
  const ids: string[] = []
  while (goesOn()) {
    const { id } = await db.$transaction(async (tx) => {
      const event = await tx.listingEvent.create({
        data: {
          ...{ listingId, kind: 'PriceChange', fromPriceCents: 1n, toPriceCents: 2n, toStatus: 'Active' },
          ...{ occurredAt: new Date(), changeKey: crypto.randomUUID() },
        },
        select: { id: true },
      })
      await tx.$executeRaw`SELECT pg_sleep(${Math.random() * LATE_SECONDS})`
      return event
    })
    ids.push(id)
  }
  return ids
}

/** The change feed under eight writers who commit late, beside a cursor on time in the same run. */
export const bench: Bench = async ({ full, show, tell }) => {
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, WRITERS + 6)
  try {
    const { id: listingId } = await aListing({}, db)
    const seconds = full ? SECONDS.full : SECONDS.ci
    tell(`${WRITERS} writers for ${seconds} seconds`)
    const ours = followFeed(db)
    const naive = followTime(db)
    const end = Date.now() + seconds * 1000
    let writing = true
    const readers = [ours, naive].map(async ({ read }) => {
      while (writing) await read()
    })
    const written = (
      await Promise.all(Array.from({ length: WRITERS }, () => writeEvents(db, listingId, () => Date.now() < end)))
    ).flat()
    writing = false
    await Promise.all(readers)
    for (const { read } of [ours, naive]) await read()

    const missedBy = ({ seen }: Reader) => written.filter((id) => !seen.has(id)).length
    show(known('events written', written.length, 'events', { note: `${WRITERS} writers, ${seconds} s` }))
    show(atMost('missed by the feed', missedBy(ours), 'events', 0))
    show(atMost('more in the feed than was written', Number(await feedHead(db)) - written.length, 'events', 0))
    const missed = missedBy(naive)
    const share = `${((100 * missed) / written.length).toFixed(1)} of 100`
    show(atLeast('missed by a cursor on time, in the same run', missed, 'events', 1, { note: share }))
    show(
      known('from write to reader, the slowest of 100', percentile(ours.lagMs, 0.99), 'ms', {
        note: 'late commits included',
      }),
    )
  } finally {
    await db.$disconnect()
    await stop()
  }
}
