import type { Db } from '#server/db.ts'
import type { AddressRhythm } from '../rhythm/hold-back.ts'
import type { Audience } from './audience.ts'

/** Tables this reads across subjects. @public */
export const READS = ['mail_address', 'person'] as const

type FurtherRow = {
  searchId: string
  recipient: string
  timeZone: string | null
  quietFrom: number | null
  quietTo: number | null
}
type AlongRow = { searchId: string; isLeft: boolean; copyTo: string | null }

const toRhythm = ({ timeZone, quietFrom: from, quietTo: to }: FurtherRow): AddressRhythm => ({
  timeZone,
  quiet: from === null || to === null ? null : { from, to },
})

/**
 * Who is on searches besides their contacts, on the run's own snapshot. Reads the rows that there are, by partial
 * indexes: to a firm in which nobody was added it costs two empty reads, however many searches it has.
 */
export async function readAudience(tx: Db, now: Date): Promise<Audience> {
  const rows = await tx.$queryRaw<FurtherRow[]>`
    SELECT r.search_id::text AS "searchId", lower(r.email::text) AS recipient, a.time_zone AS "timeZone",
           a.quiet_from AS "quietFrom", a.quiet_to AS "quietTo"
      FROM search_recipient r JOIN mail_address a ON a.email = r.email
     WHERE r.left_at IS NULL AND r.removed_at IS NULL AND (r.paused_until IS NULL OR r.paused_until <= ${now})
     ORDER BY r.search_id, r.email`
  const along = await tx.$queryRaw<AlongRow[]>`
    SELECT s.id::text AS "searchId", s.contact_left_at IS NOT NULL AS "isLeft",
           CASE WHEN s.bcc_me_yn THEN lower(o.email::text) END AS "copyTo"
      FROM saved_search s LEFT JOIN person o ON o.id = s.owner_id AND o.removed_at IS NULL
     WHERE s.bcc_me_yn OR s.contact_left_at IS NOT NULL`
  const bySearch = Map.groupBy(rows, ({ searchId }) => searchId)
  return {
    further: new Map([...bySearch].map(([id, people]) => [id, people.map(({ recipient }) => recipient)])),
    addresses: new Map(rows.map((row) => [row.recipient, toRhythm(row)])),
    left: new Set(along.flatMap(({ searchId, isLeft }) => (isLeft ? [searchId] : []))),
    copies: new Map(along.flatMap(({ searchId, copyTo }) => (copyTo === null ? [] : [[searchId, copyTo]]))),
  }
}
