import type { RootDb } from '#server/db.ts'
import { oldestGap } from './writes.queries.ts'

/** How much is not across yet, and for how long. */
export async function weighGap({ db, now }: { db: RootDb; now: () => Date }) {
  const { waiting, oldest } = await oldestGap(db)
  return {
    stillWaiting: waiting,
    oldestSeconds: oldest ? Math.max(0, Math.round((now().getTime() - oldest.getTime()) / 1000)) : 0,
  }
}
