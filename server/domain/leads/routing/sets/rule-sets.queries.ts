import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { readAgentStates } from '../agents.sql.ts'
import { countCaught, sayCaught } from '../caught.ts'
import { inForceAt } from '../in-force.ts'
import { lintRules } from '../lint.ts'
import { readNames } from '../names.sql.ts'
import { FAIR_HOUSING_WARNINGS } from '../routing.words.ts'
import { type Names, sayRule } from '../rule-said.words.ts'
import { type DefaultRule, guardedOf, type Rule, rulesSchema } from '../rules.schema.ts'
import { factsSchema } from '../stored.schema.ts'
import { sayEffect } from './effect.words.ts'
import { wereTried } from './publish.service.ts'
import { namedIn } from './references.ts'

const HISTORY = 50
const MOST_LEADS = 10_000
const MONTH_MS = 30 * 86_400_000

const setRow = {
  ...{ id: true, version: true, state: true, rules: true, digest: true, revision: true, rolledBackTo: true },
  ...{ editedAt: true, proposedAt: true, publishedAt: true, retiredAt: true, effectiveFrom: true },
  createdBy: { select: { id: true, fullName: true } },
  proposedBy: { select: { id: true, fullName: true } },
  publishedBy: { select: { id: true, fullName: true } },
} satisfies Prisma.RoutingRuleSetSelect
type Row = Prisma.RoutingRuleSetGetPayload<{ select: typeof setRow }>

const warned = <R extends Rule | DefaultRule>(rule: R, names: Names) => ({
  rule,
  said: sayRule(rule, names),
  warnings: 'when' in rule ? guardedOf(rule.when).map((condition) => FAIR_HOUSING_WARNINGS[condition]) : [],
})

/** A set with each rule in words, and the warnings that stand beside conditions about price and place. */
async function toView(db: Db, row: Row) {
  const rules = rulesSchema.parse(row.rules)
  const names = await readNames(db, Object.values(namedIn(rules)).flat())
  return {
    ...row,
    rules: rules.rules.map((rule) => warned(rule, names)),
    fallback: warned(rules.fallback, names),
    skipsBusy: rules.skipsBusy,
    names,
    wasTried: await wereTried(db, row.digest),
  }
}

type Scheduled = { version: number | null; effectiveFrom: Date | null; publishedBy: { fullName: string } | null }
const sayScheduled = ({ effectiveFrom, ...set }: Scheduled, at: Date) =>
  effectiveFrom && { ...set, takesEffect: sayEffect(effectiveFrom, at) }

/** The rules in force, the draft where there is one, and what was in force before, the latest first. */
export async function readRuleSets({ db, actor, now }: Context) {
  const at = now()
  const [published, draft, scheduled, history] = await Promise.all([
    db.routingRuleSet.findFirstOrThrow({ ...inForceAt(at), select: setRow }),
    db.routingRuleSet.findFirst({ where: { state: 'draft' }, select: setRow }),
    db.routingRuleSet.findFirst({
      where: { state: 'scheduled', effectiveFrom: { gt: at } },
      select: { version: true, effectiveFrom: true, publishedBy: { select: { fullName: true } } },
    }),
    db.routingRuleSet.findMany({
      where: { version: { not: null } },
      select: { ...setRow, rules: false },
      orderBy: { version: 'desc' },
      take: HISTORY,
    }),
  ])
  const view = draft && (await toView(db, draft))
  const mayPublish = draft?.proposedBy != null && draft.proposedBy.id !== actor.personId
  return {
    published: await toView(db, published),
    draft: view && { ...view, mayPublish },
    scheduled: scheduled && sayScheduled(scheduled, at),
    history,
  }
}

/** One earlier set, as it was. */
export async function readRuleSet({ db }: Context, { version }: { version: number }) {
  const row = await db.routingRuleSet.findUnique({ where: { version }, select: setRow })
  if (!row) throw notFound('This version')
  return toView(db, row)
}

/** The facts of last month's leads, as they were decided about when they came. */
async function readLastMonth(db: Db, at: Date) {
  const rows = await db.routingDecision.findMany({
    where: { hop: 0, decidedAt: { gt: new Date(at.getTime() - MONTH_MS) } },
    select: { facts: true },
    orderBy: { decidedAt: 'desc' },
    take: MOST_LEADS,
  })
  return rows.map(({ facts }) => factsSchema.parse(facts))
}

/** How many of last month's leads each rule would have caught, and what people should look at before it is published. */
export async function checkRules({ db, now }: Context, { of }: { of: 'draft' | 'published' }) {
  const at = now()
  const select = { rules: true } as const
  const row = await (of === 'draft'
    ? db.routingRuleSet.findFirst({ where: { state: 'draft' }, select })
    : db.routingRuleSet.findFirst({ ...inForceAt(at), select }))
  if (!row) throw notFound('This draft')
  const rules = rulesSchema.parse(row.rules)
  const leads = await readLastMonth(db, at)
  const everybody = { officeIds: [], teamIds: [], agentIds: namedIn(rules).agentIds, managersOf: null, everybody: true }
  const towns = [...new Set(leads.flatMap(({ citySlug }) => citySlug ?? []))].toSorted()
  const names = await readNames(db, Object.values(namedIn(rules)).flat())
  const people = await readAgentStates(db, everybody, at)
  return {
    leads: leads.length,
    caught: countCaught(rules, leads).map((each) => ({ ...each, said: sayCaught(each, leads.length) })),
    findings: lintRules({ rules, people, at, towns, names }),
  }
}
