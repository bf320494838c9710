import type { Db } from '#server/db.ts'
import { STREAM_LABELS } from '../quality.labels.ts'
import type { Rule } from '../rules/rule.ts'

export type Settled = { opened: number; reopened: number; closed: number }
type Finding = { recordId: string; sample: string }

/**
 * Brings the open issues of a rule in line with what it has just found: seen again, opened, opened once more, closed.
 * Findings are in the order of their ids; when they were cut, what lies behind the last of them was not looked at.
 */
export async function settleIssues(
  tx: Db,
  rule: Rule,
  findings: readonly Finding[],
  { at, isCut }: { at: Date; isCut: boolean },
): Promise<Settled> {
  const ids = findings.map(({ recordId }) => recordId)
  const last = isCut ? (ids.at(-1) ?? '') : null
  const [settled] = await tx.$queryRaw<Settled[]>`
    WITH seen AS (
      SELECT * FROM unnest(${ids}::text[], ${findings.map(({ sample }) => sample)}::text[]) AS s(record_id, sample)
    ), known AS (
      SELECT record_id, count(*)::int AS times, bool_or(closed_at IS NULL) AS is_open
        FROM quality_issue WHERE rule_key = ${rule.key} AND record_id = ANY(${ids}::text[]) GROUP BY record_id
    ), again AS (
      UPDATE quality_issue i SET last_seen_at = greatest(i.last_seen_at, ${at}::timestamptz), sample = seen.sample
        FROM seen WHERE i.rule_key = ${rule.key} AND i.record_id = seen.record_id AND i.closed_at IS NULL
    ), opened AS (
      INSERT INTO quality_issue (rule_key, stream, record_id, sample, first_seen_at, last_seen_at, recurrence)
      SELECT ${rule.key}, ${STREAM_LABELS[rule.stream]}::quality_stream, record_id, sample, ${at}::timestamptz,
             ${at}::timestamptz, coalesce(times, 0)
        FROM seen LEFT JOIN known USING (record_id) WHERE NOT coalesce(is_open, false)
      ON CONFLICT (rule_key, record_id) WHERE closed_at IS NULL DO NOTHING
      RETURNING recurrence
    ), closed AS (
      UPDATE quality_issue SET closed_at = ${at}::timestamptz, closed_because = 'mended'
       WHERE rule_key = ${rule.key} AND closed_at IS NULL AND NOT record_id = ANY(${ids}::text[])
         AND (${last}::text IS NULL OR record_id COLLATE "C" <= ${last}::text COLLATE "C")
      RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM opened) AS opened, (SELECT count(*)::int FROM opened WHERE recurrence > 0) AS reopened,
           (SELECT count(*)::int FROM closed) AS closed`
  return settled ?? { opened: 0, reopened: 0, closed: 0 }
}

/** Rules that were given up leave nothing open behind them. Says how many issues they had. */
export async function retireRules(tx: Db, keys: readonly string[], at: Date): Promise<number> {
  const given = [...keys]
  await tx.qualityCheck.deleteMany({ where: { ruleKey: { notIn: given } } })
  const { count } = await tx.qualityIssue.updateMany({
    where: { closedAt: null, ruleKey: { notIn: given } },
    data: { closedAt: at, closedBecause: 'retired' },
  })
  return count
}
