import type { Context } from '#server/context.ts'
import { isRowId, readMoment } from '#server/cursor.ts'
import type { Db } from '#server/db.ts'
import { TRANSFORM_VERSION } from '#server/domain/legacy/sync/transform.ts'
import { notFound } from '#server/errors.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { isMuted } from './muted.ts'
import { readOrigins } from './origin.sql.ts'
import type { IssueInput, ListIssuesInput, RuleInput } from './quality.schema.ts'
import { namesOfRecords } from './records.sql.ts'
import { repairOf } from './repairs/repairs.ts'
import { ruleOf } from './rules/rules.ts'

const PAGE_SIZE = 50

type Row = {
  id: string
  recordId: string
  sample: string
  firstSeenAt: Date
  lastSeenAt: Date
  recurrence: number
  assigneeId: string | null
  assigneeName: string | null
  muteId: string | null
  muteReason: string | null
  mutedUntil: Date | null
}

function after(cursor: string | null | undefined): Prisma.Sql {
  const [moment = '', id = ''] = cursor?.split('_') ?? []
  const at = readMoment(moment)
  if (!at || !isRowId(id)) return Prisma.empty
  return Prisma.sql`AND (i.first_seen_at, i.id) > (${at}::timestamptz, ${id}::uuid)`
}

/** "before -> after" of those records that could be repaired now; nothing is written. */
async function previewOf(db: Db, ruleKey: string, recordIds: readonly string[], now: Date) {
  const repair = repairOf(ruleKey)
  if (!repair) return new Map<string, { before: string; after: string }>()
  const changes = await repair.plan(db, recordIds, now)
  return new Map(
    changes.map(({ recordId, before, after }) => [
      recordId,
      { before: repair.show(before, 'before'), after: repair.show(after, 'after') },
    ]),
  )
}

/** The open issues of a rule, the longest known first, a page at a time, with what a repair would make of each. */
export async function listIssues({ db, now }: Context, { ruleKey, shown, cursor }: ListIssuesInput) {
  const rule = ruleOf(ruleKey)
  if (!rule) throw notFound('This rule')
  const at = now()
  const asked = shown === 'muted' ? isMuted(at) : Prisma.sql`NOT ${isMuted(at)}`
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id::text, i.record_id AS "recordId", i.sample, i.first_seen_at AS "firstSeenAt", i.last_seen_at AS "lastSeenAt",
           i.recurrence, i.assignee_id::text AS "assigneeId", p.full_name AS "assigneeName", m.id::text AS "muteId",
           m.reason AS "muteReason", m.until AS "mutedUntil"
      FROM quality_issue i
      LEFT JOIN person p ON p.id = i.assignee_id
      LEFT JOIN quality_mute m ON m.rule_key = i.rule_key AND m.record_id = i.record_id AND (m.until IS NULL OR m.until > ${at}::timestamptz)
     WHERE i.rule_key = ${ruleKey} AND i.closed_at IS NULL AND ${asked} ${after(cursor)}
     ORDER BY i.first_seen_at, i.id LIMIT ${PAGE_SIZE + 1}`
  const page = rows.slice(0, PAGE_SIZE)
  const recordIds = page.map(({ recordId }) => recordId)
  const [names, previews] = await Promise.all([
    namesOfRecords(db, rule.stream, recordIds),
    previewOf(db, ruleKey, recordIds, at),
  ])
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      ...row,
      name: names.get(row.recordId) ?? null,
      preview: previews.get(row.recordId) ?? null,
    })),
    nextCursor: rows.length > PAGE_SIZE && last ? `${last.firstSeenAt.toISOString()}_${last.id}` : undefined,
  }
}

/** One issue with where its record came from. */
export async function getIssue({ db }: Context, { issueId }: IssueInput) {
  const issue = await db.qualityIssue.findUnique({
    where: { id: issueId },
    include: {
      assignee: { select: { fullName: true } },
      repairs: { orderBy: { repairedAt: 'desc' }, take: 10, include: { repairedBy: { select: { fullName: true } } } },
    },
  })
  if (!issue) throw notFound('This issue')
  const { repairs, assignee, ...told } = issue
  const [origins, names] = await Promise.all([
    readOrigins(db, issue.recordId),
    namesOfRecords(db, issue.stream, [issue.recordId]),
  ])
  return {
    ...told,
    name: names.get(issue.recordId) ?? null,
    assigneeName: assignee?.fullName ?? null,
    origins,
    /** The rules that new documents are read by. */
    transformVersion: TRANSFORM_VERSION,
    repairs: repairs.map(({ id, batchId, repairedAt, undoneAt, refusedAt, repairedBy }) => ({
      ...{ id, batchId, repairedAt, undoneAt, refusedAt, repairedBy: repairedBy?.fullName ?? null },
    })),
  }
}

const BATCHES = 20

/** The latest orders of repairs of a rule: how many records, how many were taken back, and where that was refused. */
export async function listRepairs({ db }: Context, { ruleKey }: RuleInput) {
  const rows = await db.$queryRaw<
    { batchId: string; repairedAt: Date; repairedBy: string | null; records: number; undone: number; refused: number }[]
  >`
    SELECT r.batch_id::text AS "batchId", min(r.repaired_at) AS "repairedAt", min(p.full_name) AS "repairedBy",
           count(*)::int AS records, count(r.undone_at)::int AS undone, count(r.refused_at)::int AS refused
      FROM quality_repair r LEFT JOIN person p ON p.id = r.repaired_by_id
     WHERE r.rule_key = ${ruleKey} GROUP BY r.batch_id ORDER BY 2 DESC LIMIT ${BATCHES}`
  const refusedIn = rows.filter(({ refused }) => refused > 0).map(({ batchId }) => batchId)
  const refused = await db.qualityRepair.findMany({
    where: { batchId: { in: refusedIn }, refusedAt: { not: null } },
    select: { batchId: true, recordId: true },
    orderBy: { id: 'asc' },
    take: 100,
  })
  const stream = ruleOf(ruleKey)?.stream ?? 'contacts'
  const names = await namesOfRecords(
    db,
    stream,
    refused.map(({ recordId }) => recordId),
  )
  return rows.map((row) => ({
    ...row,
    /** Records that somebody changed after the repair: their word stands. */
    kept: refused
      .filter(({ batchId }) => batchId === row.batchId)
      .map(({ recordId }) => ({ recordId, name: names.get(recordId) ?? recordId })),
  }))
}
