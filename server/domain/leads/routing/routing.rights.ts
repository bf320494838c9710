import type { RootDb } from '#server/db.ts'
import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent } from '#server/testing/rights.ts'
import { digestOf } from './digest.ts'
import { type Rules, rulesSchema } from './rules.schema.ts'

/** The rules in force once more, so that there is an earlier version to go back to. */
async function publishAgain(db: RootDb, rules: Rules, { cast }: Book): Promise<number> {
  const at = new Date()
  const before = await db.routingRuleSet.findFirstOrThrow({ where: { state: 'published' } })
  await db.routingRuleSet.update({ where: { id: before.id }, data: { state: 'retired', retiredAt: at } })
  const people = { createdById: cast.owner.id, proposedById: cast.owner.id, publishedById: cast.admin.id }
  const dates = { createdAt: at, editedAt: at, proposedAt: at, publishedAt: at }
  const version = (before.version ?? 0) + 1
  await db.routingRuleSet.create({
    data: { version, state: 'published', rules, digest: digestOf(rules), ...people, ...dates },
  })
  return version - 1
}

const pace = { medianMinutes: null, promptShare: 0 }
/** What a trial without any lead has found. */
const nothing = {
  ...{ leads: 0, changed: 0, toPond: 0, kept: 0, rules: [], loads: [], moves: [], areas: [], examples: [] },
  ...{ before: pace, after: pace },
}

/** A draft that somebody else has proposed and that was tried; a lead that the agent has by a decision. */
async function seed(book: Book) {
  const { db, agent, marker, cast } = book
  const [at, ruleId] = [new Date(), crypto.randomUUID()]
  const rules = rulesSchema.parse({
    rules: [
      {
        ...{ id: ruleId, name: `Rule of ${marker}`, when: { tags: [marker] }, ladder: {} },
        method: { kind: 'named', agentId: agent.id },
      },
    ],
    fallback: { id: crypto.randomUUID(), name: 'Everybody else', method: { kind: 'usual' }, ladder: {} },
  })
  const digest = digestOf(rules)
  const earlier = await publishAgain(db, rules, book)
  await db.routingRuleSet.deleteMany({ where: { state: 'draft' } })
  await db.routingRuleSet.create({
    data: {
      ...{ state: 'draft', rules, digest, createdById: cast.manager.id, createdAt: at, editedAt: at },
      ...{ proposedById: cast.manager.id, proposedAt: at },
    },
  })
  await db.windTunnelRun.create({
    data: {
      ...{ digest, draft: rules, fromAt: new Date(0), toAt: at, state: 'done', leadsTotal: 0, result: nothing },
      ...{ askedById: cast.manager.id, askedAt: at, startedAt: at, finishedAt: at },
    },
  })
  const contact = await aContact(agent, { fullName: marker }, db)
  const inquiry = await db.inquiry.create({
    data: {
      ...{
        requestKey: crypto.randomUUID(),
        kind: 'Question',
        state: 'open',
        raw: {},
        fullName: marker,
        email: contact.email,
      },
      ...{
        proposedTimes: [],
        receivedAt: at,
        contactId: contact.id,
        agentId: agent.id,
        because: 'rule',
        takenInAt: at,
      },
    },
  })
  const line = { ruleId, ruleName: `Rule of ${marker}`, method: 'named' }
  await db.routingDecision.create({
    data: {
      ...{ inquiryId: inquiry.id, hop: 0, version: earlier, ...line, because: 'rule', agentId: agent.id, seed: 'seed' },
      ...{ outcome: { kind: 'assign', agentId: agent.id }, offerMinutes: 5, ladder: {}, decidedAt: at },
      ...{ lines: [{ ...line, found: true }], agents: {} },
      considered: [{ ruleId, agentId: agent.id, whyNot: [], terms: [], score: null }],
      facts: {
        ...{ arrivedAt: at.toISOString(), door: 'own_page', sourceKey: null, tags: [marker], leadType: null },
        ...{ priceCents: null, citySlug: null, postalCode: null, place: null, propertySubType: null, officeId: null },
        ...{ listingAgentId: null, knownAgentId: null, namedAgentId: null },
      },
    },
  })
  return { inquiryId: inquiry.id, ruleId, earlier, rule: rules.rules[0], fallback: rules.fallback }
}
type Rows = Awaited<ReturnType<typeof seed>>

const admins = (input?: (rows: Rows) => unknown) =>
  ({ ...(input ? { input } : {}), allowed: adminsOnly, otherwise: 'refused' }) as const
const revision = 1
const ofLead = ({ inquiryId }: Rows) => ({ inquiryId })

export default defineRights<Rows>({
  seed,
  members: {
    'routing.decisions': { input: ofLead, allowed: followsAgent, otherwise: 'refused' },
    // Their own line only: nobody else was considered, and whoever runs the office reads `decisions`.
    'routing.whyNotMe': { input: ofLead, allowed: ['agent'], otherwise: 'refused' },
    'routing.rules': admins(),
    'routing.version': admins(({ earlier }) => ({ version: earlier })),
    'routing.checks': admins(() => ({ of: 'draft' })),
    'routing.startDraft': admins(),
    'routing.saveRule': admins(({ rule }) => ({ revision, rule })),
    'routing.moveRule': admins(({ ruleId }) => ({ revision, ruleId, place: 1 })),
    'routing.removeRule': admins(({ ruleId }) => ({ revision, ruleId })),
    'routing.saveDefault': admins(({ fallback }) => ({ revision, fallback })),
    'routing.saveSkipsBusy': admins(() => ({ revision, skipsBusy: false })),
    'routing.discardDraft': admins(() => ({ revision })),
    'routing.propose': admins(() => ({ revision })),
    'routing.publish': admins(() => ({ revision })),
    'routing.takeBack': admins(),
    'routing.rollBack': admins(({ earlier }) => ({ version: earlier, why: 'It was better.' })),
  },
})
