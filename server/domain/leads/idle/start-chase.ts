import type { Db } from '#server/db.ts'
import type { ChaseEnd } from '#server/generated/prisma/enums.ts'
import { newId } from '#server/ids.ts'
import { announceAll } from '#server/outbox.ts'
import { chaseEnded, leadGiven } from './chase.events.ts'
import { chaseSchema } from './chase.schema.ts'
import { chaseCourseSchema, dueAt } from './schedule.ts'

/** Nobody waits there: a file was brought, or another system has told them. */
const NOBODY_WAITS = ['csv', 'old_system']

type Stopping = { at: Date; end?: ChaseEnd }

async function stopChases(tx: Db, inquiryIds: readonly string[], { at, end = 'movedOn' }: Stopping): Promise<void> {
  const ended = await tx.leadChase.updateManyAndReturn({
    where: { inquiryId: { in: [...inquiryIds] }, endedAt: null },
    data: { end, endedAt: at, nextAt: null },
    select: { id: true },
  })
  if (ended.length === 0) return
  await announceAll(
    tx,
    ended.map(({ id }) => chaseEnded({ chaseId: id })),
  )
}

/** It changes hands, or is done: whoever had it is asked no more. */
export const stopChase = (tx: Db, { inquiryId, ...stopping }: Stopping & { inquiryId: string }) =>
  stopChases(tx, [inquiryId], stopping)

/** What the firm does with leads that nobody works. */
export async function readChaseSetting(db: Db) {
  const { course } = await db.leadChaseSetting.findUniqueOrThrow({ where: { id: 1 }, select: { course: true } })
  return chaseSchema.parse(course)
}

type Given = { inquiryId: string; agentId: string }

/** What is done, and when first, on the clock of each agent's office: walked through once for all who share it. */
async function readCourses(tx: Db, agentIds: readonly string[], at: Date) {
  const { isOn, ...setting } = await readChaseSetting(tx)
  if (!isOn || setting.steps.length === 0) return null
  const agents = await tx.person.findMany({
    where: { id: { in: [...new Set(agentIds)] } },
    select: { id: true, office: { select: { timeZone: true } } },
  })
  const zoneOf = new Map(agents.map(({ id, office }) => [id, office.timeZone]))
  const courses = new Map(
    [...new Set(zoneOf.values())].map((timeZone) => {
      const course = chaseCourseSchema.parse({ ...setting, timeZone })
      return [timeZone, { course, nextAt: dueAt(course, 0, at) }]
    }),
  )
  return (agentId: string) => courses.get(zoneOf.get(agentId) ?? '')
}

/** Those of these leads that somebody waits behind, with their person. */
async function findWaiting(tx: Db, given: readonly Given[]) {
  const leads = await tx.inquiry.findMany({
    where: { id: { in: given.map(({ inquiryId }) => inquiryId) } },
    select: { id: true, state: true, door: true, joinsId: true, contactId: true, namedAgentId: true },
  })
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]))
  return given.flatMap(({ inquiryId, agentId }) => {
    const lead = leadOf.get(inquiryId)
    // What came from the same person meanwhile is worked with the lead that it joined.
    if (!lead?.contactId || lead.state !== 'open' || lead.joinsId !== null) return []
    // Whoever wrote it down as their own has just spoken with them.
    const isQuiet = NOBODY_WAITS.includes(lead.door) || (lead.door === 'hand' && lead.namedAgentId === agentId)
    return isQuiet ? [] : [{ inquiryId, agentId, contactId: lead.contactId }]
  })
}

/** `startChase` for many leads at once: as many statements as for one. */
export async function startChases(tx: Db, given: readonly Given[], at: Date): Promise<void> {
  if (given.length === 0) return
  await stopChases(
    tx,
    given.map(({ inquiryId }) => inquiryId),
    { at },
  )
  const waiting = await findWaiting(tx, given)
  if (waiting.length === 0) return
  const agentIds = waiting.map(({ agentId }) => agentId)
  const courseOf = await readCourses(tx, agentIds, at)
  const chases = waiting.flatMap(({ contactId, ...lead }) => {
    const found = courseOf?.(lead.agentId)
    return found ? [{ chase: { ...lead, ...found, id: newId(), startedAt: at }, contactId }] : []
  })
  if (chases.length === 0) return
  await tx.leadChase.createMany({ data: chases.map(({ chase }) => chase) })
  await announceAll(
    tx,
    chases.map(({ chase, contactId }) => leadGiven({ chaseId: chase.id, contactId })),
  )
}

/**
 * Somebody has a lead from now on: as long as nobody turns to the person behind it, they hear of it, then those above
 * them, and in the end it goes to somebody else. In the caller's transaction, which has locked the lead.
 */
export const startChase = (tx: Db, { at, ...given }: Given & { at: Date }) => startChases(tx, [given], at)

/** It waits for an answer again. Taken back within a breath, it was chased all along; else it is as if just given. */
export async function goOnChasing(tx: Db, given: Given & { at: Date }): Promise<void> {
  const live = await tx.leadChase.findFirst({
    where: { inquiryId: given.inquiryId, endedAt: null },
    select: { id: true },
  })
  if (!live) await startChase(tx, given)
}
