import type { Db } from '#server/db.ts'
import { type Row, sideOf, sorted } from './sides.ts'

/** Tables this reads across subjects. @public */
export const READS = ['appointment', 'deal', 'deal_milestone', 'inquiry', 'listing', 'note', 'task'] as const

const byId = <Found extends { id: string; removedAt: Date | null }>(
  found: Found[],
  tell: (one: Found) => Record<string, unknown>,
): Map<string, Row> =>
  new Map(
    found.map((one) => [one.id, { side: sideOf(tell(one)), isRemoved: one.removedAt !== null, staysWithout: false }]),
  )

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

export async function readNotes(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.note.findMany({ where: { id: { in: ids } } })
  return byId(found, ({ text, pinned, contactId, authorId, createdAt }) => {
    return { text, pinned, contactId, authorId, createdAt }
  })
}

export async function readTasks(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.task.findMany({ where: { id: { in: ids } } })
  return byId(found, ({ removedAt: _at, version: _version, dueOn, ...told }) => {
    return { ...told, dueOn: dayOf(dueOn) }
  })
}

export async function readAppointments(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.appointment.findMany({
    where: { id: { in: ids } },
    include: { listing: { select: { listingKey: true } } },
  })
  return byId(found, ({ removedAt: _at, version: _version, listing, ...told }) => {
    // A home that is not here yet has no other side.
    return { ...told, ...(listing ? { listingKey: listing.listingKey } : {}) }
  })
}

type Milestone = { kind: string; dueOn: string | null; doneAt: Date | null }
export const milestonesSide = (milestones: readonly Milestone[]): string[] =>
  sorted(milestones.map(({ kind, dueOn, doneAt }) => [kind, dueOn, doneAt?.toISOString() ?? 'open'].join(' ')))

export async function readDeals(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.deal.findMany({ where: { id: { in: ids } }, include: { milestones: true } })
  return byId(found, ({ removedAt: _at, version: _version, milestones, expectedCloseOn, closedOn, ...told }) => ({
    ...told,
    ...{ expectedCloseOn: dayOf(expectedCloseOn), closedOn: dayOf(closedOn) },
    milestones: milestonesSide(milestones.map((one) => ({ ...one, dueOn: dayOf(one.dueOn) }))),
  }))
}

/** Inquiries that came over. What became of them here is ours to say, and is not compared. */
export async function readLeads(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.inquiry.findMany({ where: { id: { in: ids } } })
  return new Map(
    found.map(({ id, kind, fullName, email, phone, message, contactId, listingId, answeredById, searchId }) => [
      id,
      {
        side: sideOf({ kind, fullName, email: email?.toLowerCase() ?? null, phone, message, contactId, listingId }),
        isRemoved: false,
        staysWithout: answeredById !== null || searchId !== null,
      },
    ]),
  )
}
