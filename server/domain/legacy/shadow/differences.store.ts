import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { evidenceOf } from './evidence.ts'
import type { Difference } from './judge-pair.ts'
import { CAUSES, OPEN_CAUSES } from './shadow.words.ts'

/** Names in SQL, where Prisma does not translate them: "theirsMissed" is "theirs_missed". */
const labelOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const OPEN = Prisma.join(OPEN_CAUSES.map((cause) => Prisma.sql`${labelOf(cause)}::legacy_shadow_cause`))
type Pass = { day: string; pass: number }

/** Keeps what differs. What a person has said about a difference stays for as long as its cause does. */
export async function writeDifferences(tx: Db, { day, pass }: Pass, found: readonly Difference[]): Promise<void> {
  if (found.length === 0) return
  const rows = found.map((difference) => {
    const { pair, kind, reason } = difference
    const { person, contactId, home, listingId } = pair
    return {
      ...{ person, contactId, home, listingId, kind: labelOf(kind), cause: labelOf(reason.cause) },
      ...{ criterion: reason.cause === 'ruleDiffers' ? (reason.criterion ?? 'unknown') : null },
      ...{ happenedAt: reason.happenedAt ?? null, evidence: evidenceOf(difference) },
    }
  })
  await tx.$executeRaw`
    INSERT INTO legacy_shadow_difference AS d
      (day, person, contact_id, home, listing_id, kind, cause, criterion, happened_at, evidence, pass)
    SELECT ${day}::date, i.person, i."contactId", i.home, i."listingId", i.kind::legacy_shadow_kind, i.cause::legacy_shadow_cause,
           i.criterion, i."happenedAt", i.evidence, ${pass}::int
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(
             person text, "contactId" uuid, home text, "listingId" uuid, kind text, cause text, criterion text,
             "happenedAt" timestamptz, evidence jsonb)
     ORDER BY i.person, i.home, i.kind
    ON CONFLICT (day, person, home, kind) DO UPDATE SET
      contact_id = excluded.contact_id, listing_id = excluded.listing_id, cause = excluded.cause, criterion = excluded.criterion,
      happened_at = excluded.happened_at, evidence = excluded.evidence, pass = excluded.pass,
      explanation = CASE WHEN d.cause = excluded.cause THEN d.explanation END,
      explained_by_id = CASE WHEN d.cause = excluded.cause THEN d.explained_by_id END,
      explained_at = CASE WHEN d.cause = excluded.cause THEN d.explained_at END`
}

/** What this comparison has not found again is no difference any more. */
export const dropOlderPasses = (tx: Db, { day, pass }: Pass) => tx.$executeRaw`
  DELETE FROM legacy_shadow_difference WHERE day = ${day}::date AND pass < ${pass}`

/** Counts a day's differences, and those of them that still speak against a switch. */
export const countDay = (tx: Db, day: string) => tx.$executeRaw`
  UPDATE legacy_shadow_day SET (differences, unexplained) = (
    SELECT count(*), count(*) FILTER (WHERE d.cause IN (${OPEN}) AND d.explained_at IS NULL)
      FROM legacy_shadow_difference d WHERE d.day = ${day}::date)
   WHERE day = ${day}::date`

/** How many differences each of these days has, by cause. */
export async function countCauses(db: Db, from: Date) {
  const rows = await db.legacyShadowDifference.groupBy({
    by: ['day', 'cause'],
    where: { day: { gte: from } },
    _count: { _all: true },
  })
  return CAUSES.flatMap((cause) =>
    rows.flatMap((row) => (row.cause === cause ? { day: row.day, cause, count: row._count._all } : [])),
  )
}
