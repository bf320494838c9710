import { runJob, waitUntil } from '#demo/operate.ts'
import type { Demo } from '#demo/start.ts'
import { createMarket } from '#world/legacy/market.ts'
import { LEGACY_DATABASE } from '#world/world.ts'

const MOVES = 300
/** The sync stays behind the source's clock: what is touched all the time would never be old enough to be read. */
const BEHIND_MS = 4_000
const STREAMS = ['agents', 'contacts', 'listings', 'savedSearches'] as const

export type Commotion = { rounds: number; documents: number; mails: number }

/**
 * Keeps the worker as busy as it can be: every document of the old system is touched and read again, hundreds of homes
 * change, people are matched and mailed, again and again until `goesOn` says no.
 */
export async function makeCommotion({ world, db }: Demo, goesOn: () => boolean): Promise<Commotion> {
  const { environment, legacy } = world
  const old = legacy.db(LEGACY_DATABASE)
  const market = createMarket({ db: old, seed: 11, photoOrigin: environment.PHOTO_ORIGIN })
  const mailed = () => db.outboxMail.count({ where: { state: 'sent' } })
  const read = async () => (await db.legacySyncCount.aggregate({ _sum: { read: true } }))._sum.read ?? 0
  const before = { documents: await read(), mails: await mailed() }
  let rounds = 0
  let touched = 0
  while (goesOn()) {
    touched = Math.max(touched + 1, Date.now() - BEHIND_MS)
    const at = new Date(touched)
    for (const name of STREAMS) {
      await old.collection(name).updateMany({ updatedAt: { $type: 'date', $lt: at } }, { $set: { updatedAt: at } })
    }
    await market.move({ now: new Date(), moves: MOVES })
    await runJob(db, environment, 'sync-legacy')
    await runJob(db, environment, 'send-alerts')
    rounds += 1
  }
  const done = { rounds, documents: (await read()) - before.documents, mails: (await mailed()) - before.mails }
  await waitUntil(
    'the outbox is empty',
    async () => (await db.outboxMail.count({ where: { state: 'queued' } })) === 0,
    300_000,
  )
  return done
}
