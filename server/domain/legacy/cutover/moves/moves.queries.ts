import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { mastersOf, type Standing } from '#server/domain/cutover/cutover.queries.ts'
import { FEATURES, type Feature, MASTERS, type Master } from '#server/domain/cutover/cutover.words.ts'
import { env } from '#server/env.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { judgeFacts } from '../evidence/checks.ts'
import { type Check, checksFor, isWayBack } from '../evidence/evidence.words.ts'
import { type Facts, gatherFacts } from '../evidence/facts.store.ts'
import { streamsOf } from '../features.ts'
import { percentOf } from '../parity/parity.words.ts'
import { worstFields } from '../parity/report.ts'
import { readDifferences } from '../parity/sides.ts'
import { readSteps } from '../rehearsal/rehearse.ts'
import { readEvidence } from './evidence.parsed.ts'
import type { FeatureInput, MismatchesInput } from './moves.schema.ts'

const TREND = 30
const PAGE_SIZE = 25
const HISTORY = 50

/** One step that can be taken, with what speaks for it and against. */
export type Step = { to: Master; isBack: boolean; checks: Check[]; isOpen: boolean }

/** The steps from where a feature stands, the one ahead first. */
function stepsFrom({ master }: Standing, facts: Facts): Step[] {
  const place = MASTERS.indexOf(master)
  return [MASTERS[place + 1], MASTERS[place - 1]].flatMap((to) => {
    if (!to) return []
    const checks = judgeFacts(facts, checksFor(master, to), env.CUTOVER_QUIET_HOURS)
    return [{ to, isBack: isWayBack(master, to), checks, isOpen: checks.every(({ state }) => state === 'ok') }]
  })
}

function parityOf({ streams }: Facts) {
  const passes = streams.flatMap(({ pass }) => pass ?? [])
  if (passes.length < streams.length || passes.length === 0) return null
  const sum = (of: (one: (typeof passes)[number]) => number) => passes.reduce((total, one) => total + of(one), 0)
  const [equal, onlyHere] = [sum((one) => one.equal), sum((one) => one.onlyHere)]
  const compared = sum((one) => one.compared) - onlyHere
  const at = new Date(Math.min(...passes.map(({ endedAt }) => endedAt.getTime())))
  return { percent: percentOf(equal, compared), compared, unequal: compared - equal, onlyHere, at }
}

/** How equal a feature was in the last passes, oldest first. */
async function trendOf(db: Db, feature: Feature): Promise<{ at: Date; percent: number }[]> {
  const passes = await db.legacyParity.findMany({
    where: { stream: { in: [...streamsOf(feature)] }, endedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    take: TREND,
    select: { startedAt: true, equal: true, compared: true, onlyHere: true },
  })
  return passes.toReversed().map(({ startedAt, equal, compared, onlyHere }) => ({
    at: startedAt,
    percent: percentOf(equal, compared - onlyHere),
  }))
}

async function rehearsalOf(db: Db, feature: Feature) {
  const last = await db.legacyRehearsal.findFirst({
    where: { feature },
    orderBy: { requestedAt: 'desc' },
    select: { requestedAt: true, endedAt: true, passed: true, steps: true, by: { select: { fullName: true } } },
  })
  return last && { ...last, steps: readSteps(last.steps), by: last.by?.fullName ?? null }
}

/** Every feature: who is its master, how equal both sides are, what speaks for a switch and what against. */
export async function listMoves({ db, now }: Context) {
  const masters = await mastersOf(db)
  const at = now()
  return Promise.all(
    FEATURES.map(async (feature) => {
      const standing = masters[feature]
      const facts = await gatherFacts(db, feature, at, env.CUTOVER_QUIET_HOURS)
      return {
        ...{ feature, ...standing, parity: parityOf(facts), steps: stepsFrom(standing, facts) },
        openMismatches: facts.streams.reduce((sum, { openMismatches }) => sum + openMismatches, 0),
        lastMismatchAt: facts.streams.map((one) => one.lastMismatchAt).find((one) => one !== null) ?? null,
        quarantined: facts.streams.reduce((sum, { quarantined }) => sum + quarantined, 0),
        trend: await trendOf(db, feature),
        rehearsal: await rehearsalOf(db, feature),
      }
    }),
  )
}

/** Each switch of a feature, youngest first, with the evidence as it stood. */
export async function listSwitches({ db }: Context, { feature }: FeatureInput) {
  const rows = await db.cutoverSwitch.findMany({
    where: { feature },
    orderBy: { version: 'desc' },
    take: HISTORY,
    select: {
      ...{ version: true, fromMaster: true, toMaster: true, at: true, why: true, evidence: true },
      by: { select: { fullName: true } },
    },
  })
  return rows.map(({ evidence, by, ...row }) => ({
    ...row,
    by: by?.fullName ?? null,
    evidence: readEvidence(evidence),
  }))
}

type Place = { lastSeenAt: Date; key: string }
const cursorAt = ({ lastSeenAt, key }: Place) => `${lastSeenAt.getTime()}/${key}`

function afterCursor(cursor: string | null | undefined): Prisma.LegacyMismatchWhereInput {
  const [millis = '', ...rest] = cursor?.split('/') ?? []
  if (!/^\d{1,15}$/.test(millis)) return {}
  const lastSeenAt = new Date(Number(millis))
  return {
    // The first bound alone is what the index can start from.
    lastSeenAt: { lte: lastSeenAt },
    OR: [{ lastSeenAt: { lt: lastSeenAt } }, { key: { gt: rest.join('/') } }],
  }
}

/** What is unequal now, last seen first: each field with both sides. */
export async function listMismatches({ db }: Context, { feature, cursor }: MismatchesInput) {
  const streams = [...streamsOf(feature)]
  const rows = await db.legacyMismatch.findMany({
    where: { AND: [{ stream: { in: streams }, resolvedAt: null }, afterCursor(cursor)] },
    orderBy: [{ lastSeenAt: 'desc' }, { key: 'asc' }],
    take: PAGE_SIZE + 1,
  })
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  return {
    items: items.map(({ fields, resolvedAt: _open, ...row }) => ({ ...row, fields: readDifferences(fields) })),
    nextCursor: rows.length > PAGE_SIZE && last ? cursorAt(last) : undefined,
  }
}

/** Which fields differ how often, by the last comparison. */
export async function listFields({ db }: Context, { feature }: FeatureInput) {
  const passes = await Promise.all(
    streamsOf(feature).map((stream) =>
      db.legacyParity.findFirst({
        where: { stream, endedAt: { not: null } },
        orderBy: { startedAt: 'desc' },
        select: { fields: true },
      }),
    ),
  )
  return passes.flatMap((pass) => worstFields(pass?.fields)).slice(0, 12)
}
