import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { isMuted } from './muted.ts'
import type { WhichIssues } from './quality.schema.ts'
import { MOST_AT_ONCE } from './quality.words.ts'

type Picked = { id: string; recordId: string }

/** The open issues of a rule that are meant, locked, in one order; those that are closed by now are not among them. */
export async function pickIssues(tx: Db, ruleKey: string, which: WhichIssues, now: Date) {
  const meant = 'ids' in which ? Prisma.sql`i.id = ANY(${which.ids}::uuid[])` : Prisma.sql`NOT ${isMuted(now)}`
  const rows = await tx.$queryRaw<Picked[]>`
    SELECT i.id::text, i.record_id AS "recordId" FROM quality_issue i
     WHERE i.rule_key = ${ruleKey} AND i.closed_at IS NULL AND ${meant}
     ORDER BY i.first_seen_at, i.id LIMIT ${MOST_AT_ONCE + 1} FOR UPDATE`
  return { picked: rows.slice(0, MOST_AT_ONCE), hasMore: rows.length > MOST_AT_ONCE }
}
