import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { stopChase } from '../idle/start-chase.ts'
import { rulesSchema } from '../routing/rules.schema.ts'
import { namedIn } from '../routing/sets/references.ts'
import { giveLead } from './give-lead.ts'
import { spanInWords } from './offers.words.ts'
import { visiblePonds } from './ponds.queries.ts'

type Into = { inquiryId: string; pondId: string; at: Date }

/** Nobody is asked any more: whoever of the pond has time takes it. */
export async function putIntoPond(tx: Db, { inquiryId, pondId, at }: Into): Promise<void> {
  await tx.$executeRaw`
    UPDATE inquiry SET state = 'pond', agent_id = NULL, pond_id = ${pondId}::uuid, ponded_at = ${at}
     WHERE id = ${inquiryId}::uuid OR (joins_id = ${inquiryId}::uuid AND state = 'offered')`
  await stopChase(tx, { inquiryId, at })
}

/** Takes a lead out of a pond that one may fish in: of many at once one has it, and the others hear who. */
export async function takeFromPond({ db, now, actor }: Context, { inquiryId }: { inquiryId: string }) {
  const at = now()
  const agentId = actor.assistsId ?? actor.personId
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
    const lead = await tx.inquiry.findFirst({
      where: { id: inquiryId, pond: visiblePonds(actor) },
      select: { pondedAt: true },
    })
    if (!lead?.pondedAt) throw await refusal(tx, inquiryId, actor)
    const why = `who took it out of the pond after ${spanInWords(at.getTime() - lead.pondedAt.getTime())}`
    const { contactId } = await giveLead(tx, { inquiryId, agentId, because: 'pond', why, at })
    return { inquiryId, contactId }
  })
}

/** Who had it first is told to those who could have had it. */
async function refusal(tx: Db, inquiryId: string, actor: Context['actor']) {
  const taken = await tx.inquiry.findFirst({
    where: { id: inquiryId, because: 'pond', agent: { officeId: actor.officeId } },
    select: { agent: { select: { fullName: true } } },
  })
  return taken?.agent
    ? new DomainError('CONFLICT', `${taken.agent.fullName} was faster and has it now.`)
    : notFound('This lead')
}

/** Sets up a pond, of an office or of the whole firm. */
export async function createPond(ctx: Context, { name, officeId }: { name: string; officeId: string | null }) {
  const { db, now } = ctx
  const id = newId()
  return db.$transaction(async (tx) => {
    if (await tx.leadPond.findUnique({ where: { name }, select: { id: true } })) {
      throw new DomainError('CONFLICT', 'There is a pond with this name. Give it another one.')
    }
    await tx.leadPond.create({ data: { id, name, officeId, createdAt: now() } })
    await recordDeed(tx, ctx, { action: 'pondCreated', target: 'leadPond', targetId: id, after: { name } })
    return { pondId: id }
  })
}

/** Gives it another name. */
export async function renamePond(ctx: Context, { pondId, name }: { pondId: string; name: string }) {
  return ctx.db.$transaction(async (tx) => {
    const pond = await tx.leadPond.findFirst({ where: { id: pondId, removedAt: null } })
    if (!pond) throw notFound('This pond')
    if (pond.name === name) return { pondId }
    if (await tx.leadPond.findUnique({ where: { name }, select: { id: true } })) {
      throw new DomainError('CONFLICT', 'There is a pond with this name. Give it another one.')
    }
    await tx.leadPond.update({ where: { id: pondId }, data: { name } })
    const was = { before: { name: pond.name }, after: { name } }
    await recordDeed(tx, ctx, { action: 'pondRenamed', target: 'leadPond', targetId: pondId, ...was })
    return { pondId }
  })
}

/** A lead that a ladder sends to a pond that is gone would lie where nobody looks. */
async function refuseWhileNamed(tx: Db, pondId: string) {
  const sets = await tx.routingRuleSet.findMany({
    where: { state: { in: ['published', 'scheduled', 'draft'] } },
    select: { rules: true },
  })
  const isInRules = sets.some(({ rules }) => namedIn(rulesSchema.parse(rules)).pondIds.includes(pondId))
  if (isInRules) throw new DomainError('PRECONDITION_FAILED', 'Rules send leads to this pond. Change the rules first.')
  const [{ offers } = { offers: 0 }] = await tx.$queryRaw<{ offers: number }[]>`
    SELECT count(*)::int AS offers FROM lead_offer WHERE ended_at IS NULL AND ladder::text LIKE ${`%${pondId}%`}`
  if (offers > 0) {
    throw new DomainError('PRECONDITION_FAILED', 'Offers that are out still lead to this pond. Try again in an hour.')
  }
}

/** Takes a pond away that nothing lies in, and that nothing leads to. */
export async function removePond(ctx: Context, { pondId }: { pondId: string }) {
  const { db, now } = ctx
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM lead_pond WHERE id = ${pondId}::uuid FOR UPDATE`
    const pond = await tx.leadPond.findFirst({
      where: { id: pondId, removedAt: null },
      include: { _count: { select: { inquiries: true } } },
    })
    if (!pond) throw notFound('This pond')
    if (pond._count.inquiries > 0) {
      throw new DomainError('PRECONDITION_FAILED', 'Leads lie in this pond. Give them to somebody first.')
    }
    await refuseWhileNamed(tx, pondId)
    const name = `${pond.name} (gone ${now().toISOString()})`
    await tx.leadPond.update({ where: { id: pondId }, data: { removedAt: now(), name } })
    await recordDeed(tx, ctx, {
      action: 'pondRemoved',
      target: 'leadPond',
      targetId: pondId,
      before: { name: pond.name },
    })
    return { pondId }
  })
}
