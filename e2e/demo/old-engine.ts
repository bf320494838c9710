import type { Db } from 'mongodb'
import { aShareOf, createOldCron } from '#world/legacy/old-alerts/cron.ts'
import type { Defect } from '#world/legacy/old-alerts/defects.ts'

/** What five freelancers left behind, each for a share of the searches: one of so many. */
const LEFT_BEHIND: readonly (readonly [Defect, number])[] = [
  ['exclusive-bound', 3],
  ['ignores-inactive', 19],
  ['stale-price', 11],
  ['sends-twice', 43],
  ['misses-home', 53],
]
/** Now and then the machine sleeps through a run. */
const ONE_RUN_IN = 9

/** The old alert engine as it still runs beside Palmetto: mostly right. It mails nobody; it only writes its log. */
export function createOldEngine(db: Db) {
  const shares = LEFT_BEHIND.map(([defect, parts], part) => ({ defect, isConcerned: aShareOf(parts, part % parts) }))
  let runs = 0
  return createOldCron(db, {
    defectsOf: (search) => shares.flatMap(({ defect, isConcerned }) => (isConcerned(search) ? [defect] : [])),
    skips: () => {
      runs += 1
      return runs % ONE_RUN_IN === 0
    },
  })
}
