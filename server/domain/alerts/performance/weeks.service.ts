import type { RootDb } from '#server/db.ts'
import { findWeeksToCount, writeWeek } from './weeks.sql.ts'

type Deps = { db: RootDb; now: () => Date }

/** As far back as the page looks, with the week that is not over; mails are kept for twice as long. */
const WITHIN = 53
/** Most of what becomes of a mail does so by then; later news of it is looked for. */
const FRESH = 5

/** Which weeks to count in this night, oldest first, and the moment by which they are counted. */
export async function pickWeeks({ db, now }: Deps): Promise<{ at: string; mondays: string[] }> {
  const at = now()
  return { at: at.toISOString(), mondays: await findWeeksToCount(db, { now: at, within: WITHIN, fresh: FRESH }) }
}

/** Counts one week anew and says how many mails left in it. Can be run again at any time. */
export const countWeek = ({ db }: Pick<Deps, 'db'>, { at, monday }: { at: string; monday: string }) =>
  db.$transaction((tx) => writeWeek(tx, { monday, at: new Date(at) }), { timeout: 120_000 })
