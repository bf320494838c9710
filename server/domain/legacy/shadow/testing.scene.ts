import { BSON } from 'mongodb'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Defect } from '#world/legacy/old-alerts/defects.ts'
import { type Remembered, runOldAlerts } from '#world/legacy/old-alerts/engine.ts'
import type { Doc } from '../sync/documents.fixture.ts'
import { applyTo } from '../sync/lanes.ts'

export const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The old system's documents, and both engines at work on them, on a clock of the scene's own. */
export function createScene(db: RootDb) {
  const collections: Record<'contacts' | 'listings' | 'savedSearches', Map<Doc['_id'], Doc>> = {
    ...{ contacts: new Map(), listings: new Map(), savedSearches: new Map() },
  }
  const defects = new Map<Doc['_id'], readonly Defect[]>()
  const [deleted, firstEmails] = [new Map<Doc['_id'], Doc>(), new Map<string, string>()]
  let memory: ReadonlyMap<string, Remembered> = new Map()
  let lastRun = new Date(0)

  async function bring(stream: LegacyStream, docs: readonly Doc[], at: Date) {
    const documents = docs.map((doc) => decodeDocument(BSON.serialize(doc)))
    for (let from = 0; from < documents.length; from += 500) {
      const page = documents.slice(from, from + 500)
      const result = await db.$transaction((tx) => applyTo(tx, stream, page, { by: 'date', at, latest: at }))
      if (result.quarantined > 0) throw new Error(`${result.quarantined} ${stream} of the scene were refused.`)
    }
  }

  return {
    collections,
    defects,
    deleted,
    firstEmails,
    bring,
    /** Into the old database, and from there to ours. */
    async write(stream: keyof typeof collections, docs: readonly Doc[], at: Date) {
      for (const doc of docs) collections[stream].set(doc._id, doc)
      await bring(stream, docs, at)
    },
    /** The database has a clock of its own; what was written by it is put where the scene's clock stood. */
    async setClocks(standing: Date, delayMs = MINUTE_MS) {
      await db.$executeRaw`ALTER TABLE listing_event DISABLE TRIGGER listing_event_is_append_only`
      await db.$executeRaw`UPDATE listing_event SET recorded_at = occurred_at + ${delayMs} * interval '1 millisecond' WHERE recorded_at > now() - interval '1 hour'`
      await db.$executeRaw`ALTER TABLE listing_event ENABLE TRIGGER listing_event_is_append_only`
      await db.$executeRaw`UPDATE search_was SET noted_at = ${standing} WHERE noted_at > now() - interval '1 hour'`
      await db.$executeRaw`UPDATE contact_was SET noted_at = ${standing} WHERE noted_at > now() - interval '1 hour'`
    },
    runOurs: (at: Date) =>
      planAlerts({ db, match: matchInSql, now: () => at }, { jobRunId: crypto.randomUUID(), slot: at }),
    /** A run of the old engine; one that is skipped forgets what had changed. */
    async runTheirs(now: Date, { isSkipped = false } = {}) {
      const changed = [...collections.listings.values()].filter(
        ({ updatedAt }) => updatedAt instanceof Date && updatedAt > lastRun && updatedAt <= now,
      )
      const run = runOldAlerts({
        ...{ now, changed, memory, firstEmails, deleted: isSkipped ? [] : [...deleted.values()], offsetHours: 5 },
        searches: isSkipped ? [] : [...collections.savedSearches.values()],
        contacts: [...collections.contacts.values()],
        defectsOf: ({ _id }) => defects.get(_id instanceof Object ? String(_id) : _id) ?? [],
      })
      ;[memory, lastRun] = [run.memory, now]
      await bring('sentAlerts', run.sent, new Date(now.getTime() + HOUR_MS))
      return run.sent
    },
    /** Both lanes have read the log to its end. */
    async readLog(at: Date) {
      const done = { startedAt: at, endedAt: at }
      await db.legacySyncCount.create({ data: { jobRunId: crypto.randomUUID(), stream: 'sentAlerts', ...done } })
      await db.legacySweep.create({ data: { stream: 'sentAlerts', ...done } })
    },
  }
}
export type Scene = ReturnType<typeof createScene>
