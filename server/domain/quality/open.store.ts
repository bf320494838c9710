import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { isMuted } from './muted.ts'
import { daysBefore } from './rules/rule.ts'

export type OpenOfRule = {
  /** Without those that are muted. */
  open: number
  muted: number
  assigned: number
  /** First seen within a day. */
  fresh: number
}

/** How many issues of each rule are open, or of one rule alone. Rules without any are left out. */
export async function readOpenByRule(db: Db, now: Date, ruleKey?: string): Promise<Map<string, OpenOfRule>> {
  const meant = ruleKey ? Prisma.sql`AND i.rule_key = ${ruleKey}` : Prisma.empty
  const rows = await db.$queryRaw<(OpenOfRule & { ruleKey: string })[]>`
    SELECT rule_key AS "ruleKey", count(*) FILTER (WHERE NOT muted)::int AS open, count(*) FILTER (WHERE muted)::int AS muted,
           count(*) FILTER (WHERE NOT muted AND assignee_id IS NOT NULL)::int AS assigned,
           count(*) FILTER (WHERE NOT muted AND first_seen_at > ${daysBefore(now, 1)}::timestamptz)::int AS fresh
      FROM (SELECT i.rule_key, i.assignee_id, i.first_seen_at, ${isMuted(now)} AS muted
              FROM quality_issue i WHERE i.closed_at IS NULL ${meant}) AS issue
     GROUP BY rule_key`
  return new Map(rows.map(({ ruleKey: key, ...counts }) => [key, counts]))
}
