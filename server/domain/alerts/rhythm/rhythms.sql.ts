import type { Db } from '#server/db.ts'
import type { SearchCadence } from '#server/generated/prisma/enums.ts'
import type { Matches } from '../matching/matcher.ts'
import type { AddressRhythm, Rhythms } from './hold-back.ts'

/** Tables this reads across subjects. @public */
export const READS = ['mail_address'] as const

type SearchRow = { id: string; cadence: SearchCadence; conciergeYN: boolean }
type AddressRow = { email: string; timeZone: string | null; quietFrom: number | null; quietTo: number | null }

const toRhythm = ({ timeZone, quietFrom: from, quietTo: to }: AddressRow): AddressRhythm => ({
  timeZone,
  quiet: from === null || to === null ? null : { from, to },
})

/** Which of the searches that found something do not write at once, and who of their people has quiet hours or a zone. */
export async function readRhythms(tx: Db, { searches, people }: Matches): Promise<Rhythms> {
  const slow = await tx.$queryRaw<SearchRow[]>`
    SELECT s.id::text, s.cadence::text, s.concierge_yn AS "conciergeYN"
      FROM unnest(${searches.searchId}::uuid[]) AS found(id)
      JOIN saved_search s ON s.id = found.id
     WHERE s.cadence <> 'Instant' OR s.concierge_yn`
  const slowIds = new Set(slow.map(({ id }) => id))
  const zoned = searches.searchId.flatMap((id, place) => {
    const person = people[searches.person[place] ?? -1]
    return person && slowIds.has(id) ? [person.recipient] : []
  })
  const addresses = await tx.$queryRaw<AddressRow[]>`
    SELECT lower(email::text) AS email, time_zone AS "timeZone", quiet_from AS "quietFrom", quiet_to AS "quietTo"
      FROM mail_address WHERE quiet_from IS NOT NULL
    UNION
    SELECT lower(email::text), time_zone, quiet_from, quiet_to
      FROM mail_address WHERE time_zone IS NOT NULL AND email = ANY(${zoned}::citext[])`
  return {
    searches: new Map(slow.map(({ id, ...rhythm }) => [id, rhythm])),
    addresses: new Map(addresses.map((row) => [row.email, toRhythm(row)])),
  }
}
