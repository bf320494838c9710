import type { Db } from 'mongodb'
import { idKey } from '#world/judge/documents.ts'
import type { LegacyDoc } from '../documents.ts'
import type { Defect } from './defects.ts'
import { type Remembered, runOldAlerts } from './engine.ts'

type State = { _id: string; runAt: Date }
type HomeState = Remembered & { _id: string }

/** As many documents a write as the old driver took. */
const BATCH = 500

export type OldCron = {
  /** Looks at what changed since the last time and logs the mails. Says how many; the first time ever it only remembers. */
  tick: (now: Date) => Promise<number>
}

/**
 * The old cron on the legacy database. It mails nobody: it writes `sentAlerts` as the old one did. What it has seen stands
 * in collections of its own, so a restart goes on where it stood. A tick that `skips` forgets what changed in it.
 */
export function createOldCron(
  db: Db,
  { defectsOf, skips }: { defectsOf?: (search: LegacyDoc) => readonly Defect[]; skips?: (now: Date) => boolean } = {},
): OldCron {
  const all = (name: string, filter = {}) => db.collection<LegacyDoc>(name).find(filter).toArray()

  async function remember(memory: ReadonlyMap<string, Remembered>, before: ReadonlyMap<string, Remembered>) {
    const changed = [...memory].filter(
      ([id, { cents, status }]) => before.get(id)?.cents !== cents || before.get(id)?.status !== status,
    )
    const homes = db.collection<HomeState>('oldAlertHomes')
    for (let at = 0; at < changed.length; at += BATCH) {
      await homes.bulkWrite(
        changed.slice(at, at + BATCH).map(([id, { cents, status }]) => ({
          updateOne: { filter: { _id: id }, update: { $set: { cents, status } }, upsert: true },
        })),
      )
    }
  }

  return {
    async tick(now) {
      const states = db.collection<State>('oldAlertState')
      const last = (await states.findOne({ _id: 'cron' }))?.runAt ?? null
      const homes = await db.collection<HomeState>('oldAlertHomes').find().toArray()
      const memory = new Map(homes.map(({ _id, cents, status }) => [_id, { cents, status }]))
      const changed = await all('listings', last ? { updatedAt: { $gt: last, $lte: now } } : {})
      const [searches, contacts] = [await all('savedSearches'), await all('contacts')]
      const isSilent = last === null || (skips?.(now) ?? false)
      const run = runOldAlerts({
        now,
        changed,
        searches: isSilent ? [] : searches,
        contacts,
        memory,
        ...(defectsOf ? { defectsOf } : {}),
      })
      if (run.sent.length > 0)
        await db.collection<LegacyDoc>('sentAlerts').insertMany(run.sent.map((doc) => ({ ...doc })))
      await remember(run.memory, memory)
      await states.updateOne({ _id: 'cron' }, { $set: { runAt: now } }, { upsert: true })
      return run.sent.length
    },
  }
}

/** A stable share of searches: the same ones in each run. */
export const aShareOf =
  (parts: number, part: number) =>
  (search: LegacyDoc): boolean => {
    const key = idKey(search._id)
    let sum = 0
    for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
    return sum % parts === part
  }
