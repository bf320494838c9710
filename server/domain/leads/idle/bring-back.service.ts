import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { writeTouch } from '#server/domain/contacts/touches/touches.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { inOne } from '../in-one.ts'
import { giveLead } from '../offers/give-lead.ts'
import { takeOver } from '../offers/take-over.ts'
import type { BringBackInput } from './chase.schema.ts'
import { stopChase } from './start-chase.ts'

/** `taken`: written down as well, for whoever has the lead now. */
export type BroughtBack = { outcome: 'back'; inquiryId: string } | { outcome: 'taken'; by: string | null }

async function findOwn(tx: Db, { chaseId, agentId }: { chaseId: string; agentId: string }) {
  const chase = await tx.leadChase.findFirst({
    where: { id: chaseId, agentId, end: 'takenBack' },
    select: { inquiryId: true, startedAt: true, endedAt: true, inquiry: { select: { contactId: true } } },
  })
  if (!chase?.endedAt || !chase.inquiry.contactId) throw notFound('This lead')
  return { ...chase, endedAt: chase.endedAt, contactId: chase.inquiry.contactId }
}

/**
 * "I did call": writes down what somebody did while the lead was theirs, and gives it back if nobody has it yet; what was
 * held out to others is over then. Said twice, it is written once.
 */
export async function bringBack(ctx: Context, input: BringBackInput): Promise<BroughtBack> {
  const { db, actor, now } = ctx
  const { chaseId, touchId, channel, words, happenedAt } = input
  const agentId = actor.assistsId ?? actor.personId
  const at = now()
  return inOne(db, async (tx) => {
    const { inquiryId, contactId, startedAt, endedAt } = await findOwn(tx, { chaseId, agentId })
    if (happenedAt < startedAt || happenedAt > endedAt) {
      throw new DomainError(
        'BAD_REQUEST',
        'Say when it was: between the moment you got it and the one it was taken back.',
      )
    }
    const outcome = channel === 'text' || channel === 'email' ? ('sent' as const) : ('reached' as const)
    const touch = { id: touchId, contactId, personId: actor.personId, channel, outcome, words: words || null }
    await writeTouch(tx, { ...touch, happenedAt, createdAt: at })
    const lead = await takeOver(tx, { inquiryId, at })
    if (lead.agentId === agentId) return { outcome: 'back', inquiryId }
    if (lead.state !== 'offered' && lead.state !== 'pond') {
      const owner = lead.agentId && (await tx.person.findUnique({ where: { id: lead.agentId } }))
      return { outcome: 'taken', by: owner ? owner.fullName : null }
    }
    await giveLead(tx, { inquiryId, agentId, because: 'worked', why: 'who had reached out already', at })
    // What they are asked for is done.
    await stopChase(tx, { inquiryId, at, end: 'worked' })
    await recordDeed(tx, ctx, { action: 'leadBroughtBack', target: 'inquiry', targetId: inquiryId })
    return { outcome: 'back', inquiryId }
  })
}
