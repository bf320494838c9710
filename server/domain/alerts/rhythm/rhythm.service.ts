import type { Actor, Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { toHours } from '#server/domain/mail/hours.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { visibleSearches } from '../searches.policy.ts'
import { dueAt } from './due-at.ts'
import { FIRM_ZONE } from './hours.words.ts'
import type { ApproveInput, SearchRhythmInput, SetRhythmInput } from './rhythm.schema.ts'

const visibleHolds = (actor: Actor): Prisma.AlertHoldWhereInput => ({ search: visibleSearches(actor) })

/** Where and when an address may be written to. */
export async function readHours(db: Db, email: string | null) {
  const address = email === null ? null : await db.mailAddress.findUnique({ where: { email } })
  const { timeZone, quiet } = address ? toHours(address) : { timeZone: null, quiet: null }
  return { timeZone: timeZone ?? FIRM_ZONE, quiet }
}

type Rhythmed = { searchId: string; email: string | null; rhythm: SearchRhythmInput; now: Date }

/**
 * Gives a search its rhythm. What waits for the old day waits for the new one: a search that writes at once from now on
 * tells with the next run what it had kept for Friday.
 */
export async function applyRhythm(tx: Db, { searchId, email, rhythm, now }: Rhythmed): Promise<void> {
  await tx.savedSearch.update({ where: { id: searchId }, data: rhythm })
  const where = { searchId, state: 'waiting', reason: 'cadence' } as const
  const holds = await tx.alertHold.findMany({ where, select: { recipient: true }, distinct: ['recipient'] })
  // Each by their own clocks: somebody who was added may live elsewhere.
  for (const { recipient } of holds) {
    const due = dueAt({ cadence: rhythm.cadence, ...(await readHours(tx, recipient ?? email)) }, now)
    await tx.alertHold.updateMany({ where: { ...where, recipient }, data: { dueAt: due ?? now } })
  }
}

/** Sets how often a search writes, and whether an agent approves what it finds. */
export async function setRhythm({ db, actor, now }: Context, { searchId, ...rhythm }: SetRhythmInput) {
  return db.$transaction(async (tx) => {
    const search = await tx.savedSearch.findFirst({
      where: { AND: [visibleSearches(actor), { id: searchId }] },
      select: { contact: { select: { email: true } } },
    })
    if (!search) throw notFound('This alert')
    await applyRhythm(tx, { searchId, email: search.contact.email, rhythm, now: now() })
    return { id: searchId, ...rhythm }
  })
}

/** Why nothing was changed: the hold is not there for this actor, or somebody or time was quicker. */
async function refuse({ db, actor }: Context, holdId: string): Promise<never> {
  const hold = await db.alertHold.findFirst({
    where: { AND: [visibleHolds(actor), { id: holdId }] },
    select: { droppedBecause: true, decidedAt: true, decidedBy: { select: { fullName: true } } },
  })
  if (!hold) throw notFound('This approval')
  if (!hold.decidedAt) throw new DomainError('CONFLICT', 'Its time has run out. Nobody is told of it any more.')
  const who = hold.decidedBy?.fullName ?? 'Somebody'
  const did = hold.droppedBecause === 'skipped' ? 'skipped' : 'approved'
  throw new DomainError('CONFLICT', `${who} ${did} it already. Nothing was changed.`)
}

const waits = (now: Date): Prisma.AlertHoldWhereInput => ({ state: 'waiting', dueAt: null, expiresAt: { gt: now } })

/** What is left of a hold when only some of its homes are to be told. */
function keepHomes(
  hold: { eventIds: string[]; listingIds: string[]; kinds: Prisma.AlertHoldGetPayload<object>['kinds'] },
  listingIds: readonly string[],
) {
  const lines = hold.listingIds.flatMap((id, line) => (listingIds.includes(id) ? line : []))
  const pick = <T>(cells: readonly T[]) => lines.flatMap((line) => cells[line] ?? [])
  return { eventIds: pick(hold.eventIds), listingIds: pick(hold.listingIds), kinds: pick(hold.kinds) }
}

/**
 * Lets what a search found go out with the next run, all of it or the homes that are named; never in somebody's night.
 * Of two agents who decide at once the first counts, and the second is told who it was.
 */
export async function approveHold(ctx: Context, { holdId, listingIds }: ApproveInput) {
  const { db, actor, now } = ctx
  const at = now()
  const hold = await db.alertHold.findFirst({
    where: { AND: [visibleHolds(actor), { id: holdId }] },
    include: { search: { select: { contact: { select: { email: true } } } } },
  })
  if (!hold) throw notFound('This approval')
  const kept = keepHomes(hold, listingIds ?? hold.listingIds)
  if (kept.eventIds.length === 0) {
    throw new DomainError('BAD_REQUEST', 'None of these homes is in it any more. Open it again.')
  }
  const due = dueAt({ cadence: 'Instant', ...(await readHours(db, hold.search.contact.email)) }, at) ?? at
  const { count } = await db.alertHold.updateMany({
    where: { id: holdId, ...waits(at) },
    data: { dueAt: due, decidedById: actor.personId, decidedAt: at, ...kept },
  })
  if (count === 0) return refuse(ctx, holdId)
  return { id: holdId, dueAt: due }
}

/** Tells nobody of it. */
export async function skipHold(ctx: Context, { holdId }: { holdId: string }) {
  const { db, actor, now } = ctx
  const { count } = await db.alertHold.updateMany({
    where: { AND: [visibleHolds(actor), { id: holdId }, waits(now())] },
    data: { state: 'dropped', droppedBecause: 'skipped', decidedById: actor.personId, decidedAt: now() },
  })
  if (count === 0) return refuse(ctx, holdId)
  return { id: holdId }
}

/** Takes a decision back, as long as nobody was told and there is time to decide again. */
export async function undecideHold({ db, actor, now }: Context, { holdId }: { holdId: string }) {
  const { count } = await db.alertHold.updateMany({
    where: {
      AND: [
        visibleHolds(actor),
        { id: holdId, reason: 'approval', decidedAt: { not: null }, expiresAt: { gt: now() } },
        { OR: [{ state: 'waiting' }, { state: 'dropped', droppedBecause: 'skipped' }] },
      ],
    },
    data: { state: 'waiting', droppedBecause: null, dueAt: null, decidedById: null, decidedAt: null },
  })
  if (count > 0) return { id: holdId }
  const isThere = await db.alertHold.count({ where: { AND: [visibleHolds(actor), { id: holdId }] } })
  if (isThere === 0) throw notFound('This approval')
  throw new DomainError('CONFLICT', 'It is too late to take this back: the mail is on its way.')
}
