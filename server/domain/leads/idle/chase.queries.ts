import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { visibleLeads } from '../inbox/leads.policy.ts'
import { readChase } from './chase-view.queries.ts'
import { chaseCourseSchema, stepsToCome } from './schedule.ts'
import { readChaseSetting } from './start-chase.ts'

const MOST_CHASES = 50
const person = { select: { id: true, fullName: true } } as const

/** Each time somebody had this lead and nobody turned to the person behind it: what was done, and what comes when. */
export async function listChases({ db, actor }: Context, { inquiryId }: { inquiryId: string }) {
  const lead = await db.inquiry.findFirst({
    where: { AND: [visibleLeads(actor), { id: inquiryId }] },
    select: { id: true, joinsId: true },
  })
  if (!lead) throw notFound('This lead')
  const rows = await db.leadChase.findMany({
    where: { inquiryId: lead.joinsId ?? lead.id },
    select: {
      ...{ id: true, agentId: true, startedAt: true, nextAt: true, endedAt: true, end: true, course: true },
      agent: person,
      steps: { select: { rung: true, act: true, takenAt: true, person }, orderBy: { rung: 'asc' } },
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: MOST_CHASES,
  })
  return rows.map(({ course, ...chase }) => {
    const parsed = chaseCourseSchema.parse(course)
    const toCome = chase.nextAt ? stepsToCome(parsed, chase.steps.length, chase.nextAt) : []
    return { ...chase, clock: parsed.clock, toCome }
  })
}

/** A lead that was taken back from the reader: what was wanted, and whether somebody has it now. */
export async function getTakenBack({ db, actor }: Context, { chaseId }: { chaseId: string }) {
  const agentId = actor.assistsId ?? actor.personId
  const own = { id: chaseId, agentId, end: 'takenBack' as const }
  if (!(await db.leadChase.findFirst({ where: own, select: { id: true } }))) throw notFound('This lead')
  const chase = await readChase(db, { chaseId })
  if (!chase?.endedAt) throw notFound('This lead')
  const { lead, headline, lines, startedAt, endedAt } = chase
  const isFree = lead.state === 'offered' || lead.state === 'pond'
  const isYours = lead.agentId === agentId
  return { id: chaseId, headline, lines, startedAt, endedAt, isFree, isYours, inquiryId: isYours ? lead.id : null }
}

/** What the firm does with leads that nobody works, and the ponds that they may go into. */
export async function getChaseSetting({ db }: Context) {
  const setting = await readChaseSetting(db)
  const ponds = await db.leadPond.findMany({
    where: { removedAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return { setting, ponds }
}
