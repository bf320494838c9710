import { decodeDocument, type SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db, RootDb } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { addResolved } from './counts.store.ts'
import { applyTo } from './lanes.ts'
import { orphansOf } from './quarantine.store.ts'
import { KEPT } from './reading.ts'
import { isOurTurn } from './turn.ts'
import { rememberArrivals, takeArrivals, takeWaiting } from './waiting.store.ts'

/** `jobRunId` is the run of the sync that counts who was let in; null where no such run is at work. */
type Arrival = { jobRunId: string | null; stream: LegacyStream; arrived: string[] }
/** How many pages of those who waited one transaction may still let in. */
type Patience = { pages: number }
type Waiting = { stream: LegacyStream; document: SourceDocument }

const PAGE_SIZE = 500
const PAGES_AT_ONCE = 8
const ARRIVALS_AT_ONCE = 200
const ROUNDS_A_RUN = 20

/**
 * Tries again what waited for documents that have just arrived: orphans, those who waited for the orphans, and rows that
 * stand without somebody whom their document names. For whom too many wait is remembered, and the next run goes on.
 */
export async function welcome(
  tx: Db,
  { jobRunId, stream, arrived }: Arrival,
  patience: Patience = { pages: PAGES_AT_ONCE },
): Promise<void> {
  if (arrived.length === 0) return
  for (; patience.pages > 0; patience.pages -= 1) {
    const orphans = await orphansOf(tx, stream, arrived, PAGE_SIZE)
    const waiting = await takeWaiting(tx, stream, arrived, PAGE_SIZE)
    if (orphans.length + waiting.length === 0) return
    for (const [letIn, documents] of byStream(orphans)) {
      const result = await applyTo(tx, letIn, documents, KEPT)
      if (jobRunId) await addResolved(tx, { jobRunId, stream: letIn }, result.accepted.length)
      await welcome(tx, { jobRunId, stream: letIn, arrived: result.arrived }, patience)
    }
    const late = waiting.flatMap((one) => (one.raw ? [{ ...one, document: decodeDocument(one.raw) }] : []))
    for (const [linked, documents] of byStream(late)) await applyTo(tx, linked, documents, KEPT)
  }
  await rememberArrivals(tx, stream, arrived)
}

function byStream(waiting: readonly Waiting[]): Map<LegacyStream, SourceDocument[]> {
  const grouped = new Map<LegacyStream, SourceDocument[]>()
  for (const { stream, document } of waiting) grouped.set(stream, [...(grouped.get(stream) ?? []), document])
  return grouped
}

/** Lets in who was left over, a few pages a transaction. */
export async function welcomeTheRest(db: RootDb, jobRunId: string): Promise<void> {
  for (let round = 0; round < ROUNDS_A_RUN; round += 1) {
    if ((await db.legacyArrival.findFirst()) === null) return
    await db.$transaction(async (tx) => {
      if (!(await isOurTurn(tx))) return
      const left = await takeArrivals(tx, ARRIVALS_AT_ONCE)
      if (left) await welcome(tx, { jobRunId, ...left })
    })
  }
}
