import { createHash } from 'node:crypto'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { mayGiveLeads, visibleLeads } from '../inbox/leads.policy.ts'
import type { PlanInput, RerouteInput } from './reroute.schema.ts'
import { type Rerouted, rerouteOne } from './reroute-one.ts'

/** Fifty leads, each with its decision, its mails and its facts. */
export const PATIENCE_MS = 20_000

/** What was only tried is thrown, so that not a row of it stays. */
class Rehearsed extends Error {
  readonly done: readonly Rerouted[]
  constructor(done: readonly Rerouted[]) {
    super('Tried, and not done.')
    this.done = done
  }
}

/** In one order for everybody: two who do it at once wait for each other, and not in a circle. */
async function pick(tx: Db, { actor }: Context, { inquiryIds }: PlanInput): Promise<string[]> {
  const rows = await tx.inquiry.findMany({
    where: {
      AND: [visibleLeads(actor), { id: { in: inquiryIds }, joinsId: null, state: { in: ['open', 'offered', 'pond'] } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  if (rows.length === 0) throw notFound('A lead of these that waits')
  return rows.map(({ id }) => id)
}

async function rerouteAll(tx: Db, ctx: Context, input: PlanInput, at: Date): Promise<Rerouted[]> {
  const done: Rerouted[] = []
  for (const inquiryId of await pick(tx, ctx, input)) {
    const one = await rerouteOne(tx, { inquiryId, leaveOut: input.leaveOut, at })
    if (one) done.push(one)
  }
  return done
}

const digestOf = (done: readonly Rerouted[]) =>
  createHash('sha256')
    .update(JSON.stringify(done.map(({ inquiryId, outcome, stays }) => [inquiryId, outcome, stays])))
    .digest('hex')

export function requireGiver({ actor }: Context) {
  if (!mayGiveLeads(actor)) throw new DomainError('FORBIDDEN', 'Managers and admins give leads to somebody. Ask yours.')
}

async function inWords(db: Db, done: readonly Rerouted[]) {
  const ids = done.flatMap(({ outcome }) =>
    outcome.kind === 'assign' ? [outcome.agentId] : outcome.kind === 'pond' ? [outcome.pondId] : outcome.agentIds,
  )
  const [people, ponds] = await Promise.all([
    db.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } }),
    db.leadPond.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  ])
  const names = new Map([
    ...people.map(({ id, fullName }) => [id, fullName] as const),
    ...ponds.map(({ id, name }) => [id, name] as const),
  ])
  const namesOf = (outcome: Rerouted['outcome']) =>
    (outcome.kind === 'assign' ? [outcome.agentId] : outcome.kind === 'pond' ? [outcome.pondId] : outcome.agentIds).map(
      (id) => names.get(id) ?? 'Somebody who is gone',
    )
  return done.map(({ inquiryId, outcome, ruleName, stays }) => ({
    ...{ inquiryId, ruleName, stays, kind: outcome.kind, names: namesOf(outcome) },
  }))
}

/**
 * Who would get these leads, and by which rule, if the rules decided now: done as it would be, with the turns of the
 * rules and everything, and then undone to the last row.
 */
export async function planReroute(ctx: Context, input: PlanInput) {
  requireGiver(ctx)
  const at = ctx.now()
  const tried = ctx.db.$transaction(
    async (tx) => {
      throw new Rehearsed(await rerouteAll(tx, ctx, input, at))
    },
    { timeout: PATIENCE_MS },
  )
  const done = await tried.catch((error: unknown) => {
    if (error instanceof Rehearsed) return error.done
    throw error
  })
  return { digest: digestOf(done), leads: await inWords(ctx.db, done) }
}

/** Who had them before, so that it can be undone: known by the id of what was done in one go. */
async function keepOrigins(tx: Db, { actor }: Context, moved: readonly Rerouted[], at: Date): Promise<string> {
  const batchId = newId()
  await tx.leadReroute.createMany({
    data: moved.map(({ inquiryId, outcome, from }) => ({
      ...{ batchId, inquiryId, byId: actor.personId, doneAt: at, because: from.because },
      ...{ fromAgentId: from.agentId, fromPondId: from.pondId },
      toAgentId: outcome.kind === 'assign' ? outcome.agentId : null,
    })),
  })
  return batchId
}

/** Does what was planned, all of it or nothing. Where it would come out otherwise by now, it is refused. */
export async function reroute(ctx: Context, input: RerouteInput) {
  requireGiver(ctx)
  const at = ctx.now()
  return ctx.db.$transaction(
    async (tx) => {
      const done = await rerouteAll(tx, ctx, input, at)
      if (digestOf(done) !== input.digest) {
        throw new DomainError(
          'CONFLICT',
          'Something has changed since you looked: somebody else would get them. Look again.',
        )
      }
      const moved = done.filter(({ stays }) => !stays)
      for (const { inquiryId } of moved) {
        await recordDeed(tx, ctx, { action: 'leadRerouted', target: 'inquiry', targetId: inquiryId })
      }
      const batchId = await keepOrigins(tx, ctx, moved, at)
      return { moved: moved.length, stayed: done.length - moved.length, batchId }
    },
    { timeout: PATIENCE_MS },
  )
}
