import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { masterOf } from '#server/domain/cutover/cutover.queries.ts'
import { notFound } from '#server/errors.ts'
import { readStanding } from './checking/measure.ts'
import { readOpenByRule } from './open.store.ts'
import type { RuleInput } from './quality.schema.ts'
import { QUALITY_STREAMS, type QualityStreamName, SEVERITIES, scoreOf } from './quality.words.ts'
import { repairOf } from './repairs/repairs.ts'
import type { Rule } from './rules/rule.ts'
import { daysBefore } from './rules/rule.ts'
import { RULES, ruleOf } from './rules/rules.ts'

const TREND_DAYS = 30
/** As many points as a small plot can show. */
const MOST_POINTS = 60

/** How each stream stands now and how it stood over the last 30 days, and each rule with what it has found, worst first. */
export async function getQuality({ db, now }: Context) {
  const at = now()
  const [standing, scores, checks, open, muted] = await Promise.all([
    readStanding(db, at),
    db.qualityScore.findMany({
      where: { measuredAt: { gte: daysBefore(at, TREND_DAYS) } },
      orderBy: { measuredAt: 'asc' },
    }),
    db.qualityCheck.findMany(),
    readOpenByRule(db, at),
    db.qualityMute.findMany({ where: { recordId: null }, include: { mutedBy: { select: { fullName: true } } } }),
  ])
  const checkOf = new Map(checks.map((check) => [check.ruleKey, check]))
  const streams = QUALITY_STREAMS.map((stream) => {
    const measured = scores.filter((score) => score.stream === stream)
    // Counting a million contacts on each look at the page would cost more than the page: the job has counted them.
    const now = { records: measured.at(-1)?.records ?? 0, lostTenths: 0, ...standing.get(stream) }
    const rules = RULES.filter((rule) => rule.stream === stream)
    return {
      ...{ stream, records: now.records, score: scoreOf(now) },
      open: (now.critical ?? 0) + (now.serious ?? 0) + (now.minor ?? 0),
      critical: now.critical ?? 0,
      rules: rules.length,
      failedRules: rules.filter(({ key }) => checkOf.get(key)?.outcome === 'failed').length,
      trend: thinned(measured.map((score) => ({ measuredAt: score.measuredAt, score: scoreOf(score) }))),
    }
  })
  const rules = RULES.map((rule) => {
    const check = checkOf.get(rule.key)
    const mute = muted.find(({ ruleKey, until }) => ruleKey === rule.key && (!until || until > at))
    return {
      ...{ key: rule.key, stream: rule.stream, name: rule.name, severity: rule.severity, wrong: rule.wrong },
      ...(open.get(rule.key) ?? { open: 0, muted: 0, assigned: 0, fresh: 0 }),
      outcome: check?.outcome ?? null,
      cleanSince: check?.cleanSince ?? null,
      isCut: check?.isCut ?? false,
      mutedBecause: mute?.reason ?? null,
      canRepair: repairOf(rule.key) !== undefined,
    }
  })
  const checkedAt = checks.reduce<Date | null>(
    (last, check) => (last && last > check.checkedAt ? last : check.checkedAt),
    null,
  )
  return { streams, rules: rules.sort(worstFirst), checkedAt }
}

type Ranked = Pick<Rule, 'severity'> & { open: number; outcome: string | null; name: string }

/** What could not be looked for, then by severity, then by how many. Clean rules come last. */
function worstFirst(a: Ranked, b: Ranked): number {
  const place = ({ outcome, open, severity }: Ranked) =>
    outcome === 'failed' ? 0 : open > 0 ? 1 + SEVERITIES.indexOf(severity) : 9
  return place(a) - place(b) || b.open - a.open || a.name.localeCompare(b.name)
}

/** Evenly taken out of many, with the last one always among them. */
function thinned<Point>(points: readonly Point[]): Point[] {
  const step = Math.ceil(points.length / MOST_POINTS)
  return points.filter((_point, index) => (points.length - 1 - index) % Math.max(1, step) === 0)
}

/** One rule: what it looks for, why, how its last look ended, what is muted of it, and what repairs have changed. */
export async function getRule({ db, now }: Context, { ruleKey }: RuleInput) {
  const rule = ruleOf(ruleKey)
  if (!rule) throw notFound('This rule')
  const at = now()
  const [check, open, master, mutes] = await Promise.all([
    db.qualityCheck.findUnique({ where: { ruleKey } }),
    readOpenByRule(db, at, ruleKey),
    masterOfStream(db, rule.stream),
    db.qualityMute.findMany({
      where: { ruleKey, recordId: null, OR: [{ until: null }, { until: { gt: at } }] },
      select: { id: true, reason: true, until: true, mutedAt: true, mutedBy: { select: { fullName: true } } },
    }),
  ])
  const { find: _sql, ...told } = rule
  const [mute] = mutes
  return {
    ...told,
    ...(open.get(ruleKey) ?? { open: 0, muted: 0, assigned: 0, fresh: 0 }),
    check,
    mute: mute ? { ...mute, mutedBy: mute.mutedBy?.fullName ?? null } : null,
    repair: repairOf(ruleKey)?.order ?? null,
    /** The old system keeps its own value, and brings it back when the record changes there. */
    comesBack: master === 'legacy',
  }
}

/** Who is the master of the records of a stream; null for what began here, and for the old system itself. */
async function masterOfStream(db: Db, stream: QualityStreamName) {
  return stream === 'contacts' || stream === 'listings' || stream === 'savedSearches' ? masterOf(db, stream) : null
}
