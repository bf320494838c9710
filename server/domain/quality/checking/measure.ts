import type { Db } from '#server/db.ts'
import { isMuted } from '../muted.ts'
import { LOST_TENTHS, QUALITY_STREAMS, type QualityStreamName, type Severity } from '../quality.words.ts'
import { RULES } from '../rules/rules.ts'
import type { QualityDeps } from './look.ts'
import { countRecords } from './records.sql.ts'

export type Standing = Record<Severity, number> & { muted: number; lostTenths: number }
const NOTHING: Standing = { critical: 0, serious: 0, minor: 0, muted: 0, lostTenths: 0 }

type Row = Standing & { stream: QualityStreamName }

/** What is open in each stream: issues by severity, those that are muted apart, and what the records lose by them. */
export async function readStanding(db: Db, now: Date): Promise<Map<QualityStreamName, Standing>> {
  const severities = RULES.map(({ severity }) => severity)
  const rows = await db.$queryRaw<Row[]>`
    WITH rule AS (
      SELECT * FROM unnest(${RULES.map(({ key }) => key)}::text[], ${severities}::text[],
                           ${severities.map((severity) => LOST_TENTHS[severity])}::int[]) AS r(key, severity, tenths)
    ), issue AS (
      SELECT i.stream, i.record_id, rule.severity, rule.tenths, ${isMuted(now)} AS muted
        FROM quality_issue i JOIN rule ON rule.key = i.rule_key WHERE i.closed_at IS NULL
    ), record AS (
      SELECT stream, coalesce(max(tenths) FILTER (WHERE NOT muted), 0) AS tenths,
             count(*) FILTER (WHERE NOT muted AND severity = 'critical') AS critical,
             count(*) FILTER (WHERE NOT muted AND severity = 'serious') AS serious,
             count(*) FILTER (WHERE NOT muted AND severity = 'minor') AS minor, count(*) FILTER (WHERE muted) AS muted
        FROM issue GROUP BY stream, record_id
    )
    SELECT CASE stream::text WHEN 'saved_searches' THEN 'savedSearches' ELSE stream::text END AS stream,
           sum(critical)::int AS critical, sum(serious)::int AS serious, sum(minor)::int AS minor,
           sum(muted)::int AS muted, sum(tenths)::int AS "lostTenths"
      FROM record GROUP BY stream`
  return new Map(rows.map(({ stream, ...standing }) => [stream, standing]))
}

/** Writes down how each stream stands. Done again for the same moment, it changes nothing. */
export async function measureStreams({ db, now }: QualityDeps, measuredAt: Date) {
  const [records, standing, failed] = await Promise.all([
    countRecords(db, now()),
    readStanding(db, now()),
    db.qualityCheck.findMany({ where: { outcome: 'failed' }, select: { ruleKey: true } }),
  ])
  const isFailed = new Set(failed.map(({ ruleKey }) => ruleKey))
  const rows = QUALITY_STREAMS.map((stream) => ({
    ...{ stream, measuredAt, records: records.get(stream) ?? 0 },
    ...(standing.get(stream) ?? NOTHING),
    failedRules: RULES.filter((rule) => rule.stream === stream && isFailed.has(rule.key)).length,
  }))
  await db.qualityScore.createMany({ data: rows, skipDuplicates: true })
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0)
  return {
    records: sum((row) => row.records),
    critical: sum((row) => row.critical),
    open: sum((row) => row.critical + row.serious + row.minor),
    muted: sum((row) => row.muted),
  }
}
