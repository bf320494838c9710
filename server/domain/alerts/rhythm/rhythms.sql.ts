import type { Db } from '#server/db.ts'
import type { SearchCadence } from '#server/generated/prisma/enums.ts'
import type { Matches } from '../matching/matcher.ts'
import { batchesOf } from '../run/grouping.ts'
import type { AddressRhythm, Rhythms, SearchRhythm } from './hold-back.ts'

/** Tables this reads across subjects. @public */
export const READS = ['mail_address'] as const

type SearchRow = { id: string; cadence: SearchCadence; conciergeYN: boolean }
type AddressRow = { email: string; timeZone: string | null; quietFrom: number | null; quietTo: number | null }

const toRhythm = ({ timeZone, quietFrom: from, quietTo: to }: AddressRow): AddressRhythm => ({
  timeZone,
  quiet: from === null || to === null ? null : { from, to },
})

/** Searches of one statement: half a million ids at once are a hundred megabytes on their way to the database. */
const BATCH = 2_500

/** Which of the searches that found something do not write at once, and who of their people has quiet hours or a zone. */
export async function readRhythms(tx: Db, { searches, people }: Matches): Promise<Rhythms> {
  const slow = new Map<string, SearchRhythm>()
  for (const ids of batchesOf(searches.searchId, BATCH)) {
    const rows = await tx.$queryRaw<SearchRow[]>`
      SELECT s.id::text, s.cadence::text, s.concierge_yn AS "conciergeYN"
        FROM unnest(${ids}::uuid[]) AS found(id)
        JOIN saved_search s ON s.id = found.id
       WHERE s.cadence <> 'Instant' OR s.concierge_yn`
    for (const { id, ...rhythm } of rows) slow.set(id, rhythm)
  }
  const zoned = new Set<string>()
  if (slow.size > 0) {
    for (const [place, id] of [...searches.searchId].entries()) {
      if (slow.has(id)) zoned.add(people.recipient.at(searches.person[place] ?? -1) ?? '')
    }
  }
  const addresses = await tx.$queryRaw<AddressRow[]>`
    SELECT lower(email::text) AS email, time_zone AS "timeZone", quiet_from AS "quietFrom", quiet_to AS "quietTo"
      FROM mail_address WHERE quiet_from IS NOT NULL
    UNION
    SELECT lower(email::text), time_zone, quiet_from, quiet_to
      FROM mail_address WHERE time_zone IS NOT NULL AND email = ANY(${[...zoned]}::citext[])`
  return {
    searches: slow,
    addresses: new Map(addresses.map((row) => [row.email, toRhythm(row)])),
  }
}
