import type { z } from 'zod'
import { type RootDb, db as sharedDb } from '#server/db.ts'
import { startChase } from '#server/domain/leads/idle/start-chase.ts'
import type { Course } from '#server/domain/leads/offers/course.ts'
import { makeOffer } from '#server/domain/leads/offers/offers.store.ts'
import { digestOf } from '#server/domain/leads/routing/digest.ts'
import { type ruleSchema, rulesSchema } from '#server/domain/leads/routing/rules.schema.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { aContact } from './factories.ts'

const unique = () => crypto.randomUUID().slice(0, 8)

/** A lead of somebody new, kept by a person until somebody takes it. */
export async function aLead(
  keeper: { id: string; officeId: string },
  over: Partial<Prisma.InquiryUncheckedCreateInput> = {},
  db: RootDb = sharedDb,
) {
  const [fullName, email, at] = [`Nora ${unique()}`, `nora-${unique()}@example.test`, new Date()]
  const contact = await aContact(keeper, { fullName, email, source: 'A test' }, db)
  return db.inquiry.create({
    data: {
      ...{
        requestKey: crypto.randomUUID(),
        kind: 'General',
        leadType: 'Buyer',
        state: 'offered',
        raw: {},
        fullName,
        email,
      },
      ...{ phone: '(843) 555-0142', message: 'We move in spring.', receivedAt: at, takenInAt: at, because: 'rule' },
      ...{ contactId: contact.id, isNewPerson: true, citySlug: 'mount-pleasant', priceCents: 60_000_000n },
      ...over,
    },
  })
}

export const aCourse = (over: Partial<Course> = {}): Course => ({
  ladder: { clock: 'always', steps: [] },
  ...{ offerMinutes: 5, ruleId: crypto.randomUUID(), startedAt: new Date(), timeZone: 'America/New_York' },
  ...over,
})

type Asked = { id: string; officeId: string }

/** A lead that is held out to these people. */
export async function anOfferedLead(
  people: readonly [Asked, ...Asked[]],
  course: Partial<Course> = {},
  db: RootDb = sharedDb,
) {
  const keeper = await db.person.findFirstOrThrow({
    where: { removedAt: null, role: { not: 'assistant' } },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  const lead = await aLead(keeper, {}, db)
  const at = course.startedAt ?? new Date()
  const offer = await db.$transaction((tx) =>
    makeOffer(tx, {
      ...{ inquiryId: lead.id, hop: 0, kind: people.length > 1 ? 'firstToClaim' : 'direct', rung: 0, at },
      ...{ personIds: people.map(({ id }) => id), course: aCourse({ startedAt: at, ...course }) },
    }),
  )
  return { lead, keeper, offerId: offer.offerId }
}

/** Puts rules into force before those that are, as two people would: past drafts and trials, which have tests of their own. */
export async function rulesInForce(
  rules: readonly (Omit<z.input<typeof ruleSchema>, 'id'> & { id?: string })[],
  [proposer, publisher]: readonly [Asked, Asked],
  db: RootDb = sharedDb,
) {
  return db.$transaction(async (tx) => {
    // Two who do it at once do it one after the other, or the rules of the first were gone.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('rules-in-force', 0))`
    const before = await tx.routingRuleSet.findFirstOrThrow({ where: { state: 'published' } })
    const { rules: others, fallback } = rulesSchema.parse(before.rules)
    const added = rules.map((rule) => ({ id: crypto.randomUUID(), ...rule }))
    const next = rulesSchema.parse({ rules: [...added, ...others], fallback })
    const at = new Date()
    await tx.routingRuleSet.update({ where: { id: before.id }, data: { state: 'retired', retiredAt: at } })
    const { _max } = await tx.routingRuleSet.aggregate({ _max: { version: true } })
    await tx.routingRuleSet.create({
      data: {
        ...{ version: (_max.version ?? 0) + 1, state: 'published', rules: next, digest: digestOf(next) },
        ...{ createdAt: at, editedAt: at, proposedById: proposer.id, proposedAt: at },
        ...{ publishedById: publisher.id, publishedAt: at },
      },
    })
    return next
  })
}

/** A lead that somebody has, and has done nothing about yet. */
export async function anIdleLead(db: RootDb, agent: Asked, at: Date = new Date()) {
  const lead = await aLead(agent, { state: 'open', agentId: agent.id, because: 'claimed', receivedAt: at }, db)
  await db.$transaction((tx) => startChase(tx, { inquiryId: lead.id, agentId: agent.id, at }))
  return { lead, chase: await db.leadChase.findFirstOrThrow({ where: { inquiryId: lead.id } }) }
}
