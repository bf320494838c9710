import type { Context } from '#server/context.ts'
import type { RootDb } from '#server/db.ts'
import { addSource } from '#server/domain/leads/doors/sources/sources.service.ts'
import { createPond } from '#server/domain/leads/offers/ponds.service.ts'
import { ruleSchema } from '#server/domain/leads/routing/rules.schema.ts'
import { saveRule, startDraft } from '#server/domain/leads/routing/sets/draft.service.ts'
import { proposeRules, publishRules } from '#server/domain/leads/routing/sets/publish.service.ts'
import { runTunnel } from '#server/domain/leads/wind-tunnel/run-tunnel.ts'
import { askForRun } from '#server/domain/leads/wind-tunnel/runs.service.ts'
import { readActorOf } from '#server/domain/org/actor.queries.ts'
import { newId } from '#server/ids.ts'
import { DEMO_PORTAL } from './portal.names.ts'

const PORTAL = { key: DEMO_PORTAL, name: 'Coastline Homes', door: 'webhook' as const, defaultTags: ['portal'] }
const WEBSITE = { key: 'website', name: 'Our website', door: 'form' as const, defaultTags: [] }
const USUAL = { defaultLeadType: null, trustsNamedAgent: false, perMinute: 120, allowedOrigins: [] }

async function actAs(db: RootDb, role: 'owner' | 'admin'): Promise<Context> {
  const person = await db.person.findFirstOrThrow({
    where: { role, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const actor = await readActorOf(db, person.id)
  if (!actor) throw new Error(`Nobody acts as ${role}.`)
  return { db, actor, now: () => new Date() }
}

/** Everybody in turn, in Slack and by mail; whoever does not look is asked once more, and then somebody above them. */
async function rulesFor(db: RootDb, pondId: string) {
  const offices = await db.office.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const steps = [
    { afterMinutes: 3, act: 're-ping' as const },
    { afterMinutes: 15, act: 'team-lead' as const },
    { afterMinutes: 30, act: 'manager' as const },
    { afterMinutes: 60, act: 'pond' as const, pondId },
  ]
  const pool = { officeIds: offices.map(({ id }) => id) }
  const rule = { handOver: 'offer' as const, offerMinutes: 5, ladder: { clock: 'always' as const, steps } }
  return [
    { ...rule, name: 'Portal leads, in turn', when: { sources: [PORTAL.key] }, method: { kind: 'round-robin', pool } },
    { ...rule, name: 'Website, whoever fits best', when: { sources: [WEBSITE.key] }, method: { kind: 'score', pool } },
  ].map((each) => ruleSchema.parse({ id: newId(), ...each }))
}

const POND = 'Anybody who has time'

async function ensurePond(ctx: Context): Promise<string> {
  const pond = await ctx.db.leadPond.findUnique({ where: { name: POND }, select: { id: true } })
  return pond?.id ?? (await createPond(ctx, { name: POND, officeId: null })).pondId
}

/**
 * Where the demo's leads come from and who is offered them: proposed by the owner, tried, and published by the admin.
 * Stopped anywhere and run again, it does what is missing.
 */
export async function seedLeads(db: RootDb): Promise<void> {
  if ((await db.routingRuleSet.count({ where: { state: { not: 'draft' } } })) > 1) return
  const [owner, admin] = [await actAs(db, 'owner'), await actAs(db, 'admin')]
  for (const source of [PORTAL, WEBSITE]) {
    const known = await db.leadSource.findUnique({ where: { key: source.key }, select: { id: true } })
    if (!known) await addSource(admin, { ...USUAL, ...source })
  }
  const rules = await rulesFor(db, await ensurePond(admin))
  let { revision } = await startDraft(owner)
  for (const rule of rules) ({ revision } = await saveRule(owner, { revision, rule }))
  await proposeRules(owner, { revision })
  await runTunnel(owner, await askForRun(owner))
  await publishRules(admin, { revision, from: null })
}
