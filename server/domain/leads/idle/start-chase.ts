import type { Db } from '#server/db.ts'
import type { ChaseEnd } from '#server/generated/prisma/enums.ts'
import { announce } from '#server/outbox.ts'
import { chaseEnded, leadGiven } from './chase.events.ts'
import { chaseSchema } from './chase.schema.ts'
import { chaseCourseSchema, dueAt } from './schedule.ts'

/** Nobody waits there: a file was brought, or another system has told them. */
const NOBODY_WAITS = ['csv', 'old_system']

type Stop = { inquiryId: string; at: Date; end?: ChaseEnd }

/** It changes hands, or is done: whoever had it is asked no more. */
export async function stopChase(tx: Db, { inquiryId, at, end = 'movedOn' }: Stop): Promise<void> {
  const ended = await tx.leadChase.updateManyAndReturn({
    where: { inquiryId, endedAt: null },
    data: { end, endedAt: at, nextAt: null },
    select: { id: true },
  })
  for (const { id } of ended) await announce(tx, chaseEnded({ chaseId: id }))
}

/** What the firm does with leads that nobody works. */
export async function readChaseSetting(db: Db) {
  const { course } = await db.leadChaseSetting.findUniqueOrThrow({ where: { id: 1 }, select: { course: true } })
  return chaseSchema.parse(course)
}

type Given = { inquiryId: string; agentId: string; at: Date }

/**
 * Somebody has a lead from now on: as long as nobody turns to the person behind it, they hear of it, then those above
 * them, and in the end it goes to somebody else. In the caller's transaction, which has locked the lead.
 */
export async function startChase(tx: Db, { inquiryId, agentId, at }: Given): Promise<void> {
  await stopChase(tx, { inquiryId, at })
  const { isOn, ...setting } = await readChaseSetting(tx)
  if (!isOn || setting.steps.length === 0) return
  const lead = await tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { state: true, door: true, joinsId: true, contactId: true, namedAgentId: true },
  })
  const { state, door, joinsId, contactId } = lead
  // What came from the same person meanwhile is worked with the lead that it joined.
  if (state !== 'open' || joinsId !== null || contactId === null || NOBODY_WAITS.includes(door)) return
  // Whoever wrote it down as their own has just spoken with them.
  if (door === 'hand' && lead.namedAgentId === agentId) return
  const { office } = await tx.person.findUniqueOrThrow({
    where: { id: agentId },
    select: { office: { select: { timeZone: true } } },
  })
  const course = chaseCourseSchema.parse({ ...setting, timeZone: office.timeZone })
  const nextAt = dueAt(course, 0, at)
  const { id: chaseId } = await tx.leadChase.create({
    data: { inquiryId, agentId, startedAt: at, course, nextAt },
    select: { id: true },
  })
  await announce(tx, leadGiven({ chaseId, contactId }))
}

/** It waits for an answer again. Taken back within a breath, it was chased all along; else it is as if just given. */
export async function goOnChasing(tx: Db, given: Given): Promise<void> {
  const live = await tx.leadChase.findFirst({
    where: { inquiryId: given.inquiryId, endedAt: null },
    select: { id: true },
  })
  if (!live) await startChase(tx, given)
}
