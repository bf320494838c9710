import type { Db, RootDb } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'

/** What happens to a lead happens as one: all of it, or nothing. A test kills the process right before and right after. */
export async function inOne<Result>(db: RootDb, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const result = await db.$transaction(async (tx) => {
    const done = await work(tx)
    failpoint('leads.before-commit')
    return done
  })
  failpoint('leads.after-commit')
  return result
}
