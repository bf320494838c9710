import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { FieldProblem, Fields } from '../doors.words.ts'
import { type LeadDraft, leadDraft } from '../draft.schema.ts'
import { readFields } from '../read-fields.ts'
import type { MakeLeadInput } from './arrivals.schema.ts'
import { writeLead } from './write-lead.ts'

/** The row, for whoever decides first: the second one finds it decided. */
async function lockWaiting(tx: Db, arrivalId: string) {
  await tx.$queryRaw`SELECT 1 FROM lead_arrival WHERE id = ${arrivalId}::uuid FOR UPDATE`
  const arrival = await tx.leadArrival.findUnique({ where: { id: arrivalId }, include: { source: true } })
  if (!arrival) throw notFound('This')
  return arrival
}

const asWords = (problems: readonly FieldProblem[]) => problems.map(({ words }) => words).join(' ')

/** The lead in named texts, or a refusal that says what is missing. */
export function draftOf(fields: Fields): LeadDraft {
  const { draft, problems, doubts } = readFields(fields)
  if (draft && doubts.length === 0) return draft
  throw new DomainError('BAD_REQUEST', asWords([...problems, ...doubts]))
}

async function letIn(ctx: Context, arrivalId: string, draftFor: (kept: unknown) => LeadDraft) {
  const at = ctx.now()
  return ctx.db.$transaction(async (tx) => {
    const { source, ...arrival } = await lockWaiting(tx, arrivalId)
    if (arrival.inquiryId) return { inquiryId: arrival.inquiryId }
    if (arrival.state === 'discarded') throw new DomainError('CONFLICT', 'Somebody has put this aside.')
    const draft = draftFor(arrival.draft)
    const settled = await writeLead(tx, { arrival, source, draft, at, settledById: ctx.actor.personId })
    await recordDeed(tx, ctx, { action: 'arrivalReleased', target: 'arrival', targetId: arrivalId })
    return settled
  })
}

/** Lets in what was held back, as it was read. Done twice, it is one lead. */
export const releaseArrival = (ctx: Context, { arrivalId }: { arrivalId: string }) =>
  letIn(ctx, arrivalId, (kept) => {
    const draft = leadDraft.safeParse(kept)
    if (draft.success) return draft.data
    throw new DomainError('PRECONDITION_FAILED', 'Nobody could be made out in it. Write down who it is.')
  })

/** Makes a lead of what no reader understood, with what a human made out in it. */
export const makeLeadOf = (ctx: Context, { arrivalId, fields }: MakeLeadInput) =>
  letIn(ctx, arrivalId, () => draftOf(fields))

/** Puts something aside that is no lead; it stays on record. Nothing that became a lead can be put aside. */
export async function discardArrival(ctx: Context, { arrivalId }: { arrivalId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const arrival = await lockWaiting(tx, arrivalId)
    if (arrival.state === 'taken') throw new DomainError('CONFLICT', 'Somebody has made a lead of this.')
    if (arrival.state === 'discarded') return { arrivalId }
    const data = { state: 'discarded' as const, settledAt: ctx.now(), settledById: ctx.actor.personId }
    await tx.leadArrival.update({ where: { id: arrivalId }, data, select: { id: true } })
    await recordDeed(tx, ctx, { action: 'arrivalDiscarded', target: 'arrival', targetId: arrivalId })
    return { arrivalId }
  })
}

/** Takes that back: it waits again. */
export async function restoreArrival(ctx: Context, { arrivalId }: { arrivalId: string }) {
  const rows = await ctx.db.$executeRaw`
    UPDATE lead_arrival SET settled_at = NULL, settled_by_id = NULL, reason = coalesce(reason, 'Was put aside before.'),
           state = (CASE WHEN draft IS NULL THEN 'unreadable' ELSE 'held' END)::lead_arrival_state
     WHERE id = ${arrivalId}::uuid AND state = 'discarded'`
  if (rows === 1) return { arrivalId }
  const arrival = await ctx.db.leadArrival.findUnique({ where: { id: arrivalId }, select: { state: true } })
  if (!arrival) throw notFound('This')
  if (arrival.state === 'taken') throw new DomainError('CONFLICT', 'Somebody has made a lead of this.')
  return { arrivalId }
}
