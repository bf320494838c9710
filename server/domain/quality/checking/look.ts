import type { Db, RootDb } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { withoutPersonalData } from '#server/privacy.words.ts'
import type { Rule } from '../rules/rule.ts'
import { type Settled, settleIssues } from './issues.store.ts'

export type QualityDeps = { db: RootDb; now: () => Date }
type Finding = { recordId: string; sample: string }
export type Looked = Settled & { found: number; outcome: 'clean' | 'found' | 'failed' }

/** A rule that takes longer has lost its index, or never had one. */
const PATIENCE_MS = 20_000
/** What one look takes in. Whoever has more of one kind needs another tool than a list. */
const MOST = 5_000

type Bounds = { patienceMs?: number; most?: number }

/** One evaluation of a rule, or one repair by it, at a time: each would undo what the other has just seen. */
export const takeTurn = (tx: Db, ruleKey: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quality:${ruleKey}`}, 0))`

/** The records that break a rule, each once, in the order of their ids; one more than `most` when there are more. */
export function findFailing(tx: Db, rule: Rule, now: Date, most = MOST): Promise<Finding[]> {
  return tx.$queryRaw<Finding[]>`
    SELECT DISTINCT ON ("recordId" COLLATE "C") "recordId", left(coalesce(sample, ''), 200) AS sample
      FROM (${rule.find(now)}) AS failing ORDER BY "recordId" COLLATE "C" LIMIT ${most + 1}`
}

const setPatience = (tx: Db, ms: number) => tx.$executeRaw`SELECT set_config('statement_timeout', ${String(ms)}, true)`

/** Looks once by one rule: new issues open, those that are mended close. A rule that can not look leaves all as it was. */
export async function lookByRule(
  { db, now }: QualityDeps,
  rule: Rule,
  { patienceMs = PATIENCE_MS, most = MOST }: Bounds = {},
): Promise<Looked> {
  const begun = performance.now()
  const at = now()
  const tookMs = () => Math.round(performance.now() - begun)
  try {
    return await db.$transaction(async (tx) => {
      await takeTurn(tx, rule.key)
      await setPatience(tx, patienceMs)
      const failing = await findFailing(tx, rule, at, most)
      await setPatience(tx, 0)
      const [rows, isCut] = [failing.slice(0, most), failing.length > most]
      const settled = await settleIssues(tx, rule, rows, { at, isCut })
      await noteCheck(tx, rule.key, { at, found: rows.length, isCut, tookMs: tookMs(), problem: null })
      return { ...settled, found: rows.length, outcome: rows.length > 0 ? 'found' : 'clean' }
    })
  } catch (error) {
    const problem = problemInWords(error, patienceMs)
    // When the database is gone this fails too, and the step is done again.
    await noteCheck(db, rule.key, { at, found: 0, isCut: false, tookMs: tookMs(), problem })
    return { opened: 0, reopened: 0, closed: 0, found: 0, outcome: 'failed' }
  }
}

/** Which words of a failure may be kept: the database quotes values. */
function problemInWords(error: unknown, patienceMs: number): string {
  const words = error instanceof Error ? error.message : String(error)
  if (/statement timeout/.test(words)) return `It took longer than ${patienceMs / 1000} seconds, and was stopped.`
  const line = words.split('\n').findLast((each) => each.trim() !== '') ?? 'no words'
  return `The database refused it: ${withoutPersonalData(line.trim()).slice(0, 300)}`
}

type Check = { at: Date; found: number; isCut: boolean; tookMs: number; problem: string | null }

async function noteCheck(tx: Db, ruleKey: string, { at, found, isCut, tookMs, problem }: Check): Promise<void> {
  const outcome = problem !== null ? 'failed' : found > 0 ? 'found' : 'clean'
  const cleanSince = outcome === 'clean' ? at : null
  await tx.$executeRaw`
    INSERT INTO quality_check AS c (rule_key, checked_at, outcome, found, is_cut, took_ms, problem, clean_since)
    VALUES (${ruleKey}, ${at}, ${Prisma.sql`${outcome}::quality_outcome`}, ${found}, ${isCut}, ${tookMs}, ${problem}, ${cleanSince})
    ON CONFLICT (rule_key) DO UPDATE SET
      checked_at = excluded.checked_at, outcome = excluded.outcome, found = excluded.found, is_cut = excluded.is_cut,
      took_ms = excluded.took_ms, problem = excluded.problem,
      clean_since = CASE WHEN excluded.outcome = 'clean' THEN coalesce(c.clean_since, excluded.clean_since) END`
}
