import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { Db, RootDb } from '#server/db.ts'
import type { ChaseAct } from '#server/generated/prisma/enums.ts'
import { inOne } from '../in-one.ts'
import { findManager, findTeamLead } from '../offers/superiors.queries.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { endChase, keepStep, type LockedChase, lockChase } from './chase.store.ts'
import { chaseStepSaid } from './chase.words.ts'
import { readFirstTouch } from './first-touch.sql.ts'
import { actAt } from './schedule.ts'
import { takeBack } from './take-back.ts'
import { tellIdle, tellTakenBack, tellTimeline } from './tell-idle.ts'

type Deps = { db: RootDb; now: () => Date; slack?: Slack | undefined }
type Turn = { chase: LockedChase; at: Date; hasSlack: boolean }

/** `nextAt`: when something is to be done again; null once it is over. */
export type ChaseTurn = { did: ChaseAct | 'nothing' | 'ended'; nextAt: string | null }

/** Whoever stands above the agent; where no manager is left, the person for everything else. */
async function findSuperior(tx: Db, agentId: string, act: 'teamLead' | 'manager') {
  const askedIds = [agentId]
  const found = await (act === 'teamLead' ? findTeamLead(tx, { askedIds }) : findManager(tx, { askedIds }))
  if (found || act === 'teamLead') return found?.id ?? null
  const fallback = await findFallback(tx)
  return fallback.agentId === agentId ? null : fallback.agentId
}

async function tellOne(tx: Db, { chase, at, hasSlack }: Turn, act: 'remind' | 'teamLead' | 'manager') {
  const rung = chase.steps.length
  const personId = act === 'remind' ? chase.agentId : await findSuperior(tx, chase.agentId, act)
  const person = personId
    ? await tx.person.findUniqueOrThrow({
        where: { id: personId },
        select: { id: true, email: true, fullName: true },
      })
    : null
  const nextAt = await keepStep(tx, chase, { act, personId, at })
  await tellTimeline(tx, { chase, rung, words: `${chaseStepSaid(act, person?.fullName ?? null)}.`, at })
  if (person) await tellIdle(tx, { chase, rung, person, at, hasSlack })
  return nextAt
}

async function goBack(tx: Db, { chase, at, hasSlack }: Turn): Promise<Date | null> {
  const rung = chase.steps.length
  const isTaken = await takeBack(tx, { chase, at })
  const words = `${chaseStepSaid('takeBack', isTaken ? chase.agent.fullName : null)}.`
  await tellTimeline(tx, { chase, rung, words, at })
  if (!isTaken) return keepStep(tx, chase, { act: 'takeBack', personId: null, at })
  const step = { rung, act: 'takeBack', personId: chase.agentId, takenAt: at } as const
  await tx.leadChaseStep.create({ data: { chaseId: chase.id, ...step } })
  await tellTakenBack(tx, { chase, at, hasSlack })
  return null
}

/** Why there is nothing left to chase; null while there is. */
async function endOf(tx: Db, chase: LockedChase, at: Date): Promise<'worked' | 'movedOn' | null> {
  const { inquiry, agentId, startedAt } = chase
  if (await readFirstTouch(tx, { inquiryId: inquiry.id, since: startedAt, until: at })) return 'worked'
  if (inquiry.state === 'answered') return 'worked'
  return inquiry.state === 'open' && inquiry.agentId === agentId ? null : 'movedOn'
}

/**
 * Does what is due about a lead that somebody has: nothing once a person has turned to whoever is behind it, else the
 * next step. All of it is read here, so that any number may try at once, at any time.
 */
export async function takeChaseTurn({ db, now, slack }: Deps, { chaseId }: { chaseId: string }): Promise<ChaseTurn> {
  const at = now()
  return inOne(db, async (tx) => {
    const chase = await lockChase(tx, chaseId)
    if (!chase?.nextAt) return { did: 'nothing', nextAt: null }
    const end = await endOf(tx, chase, at)
    if (end) {
      await endChase(tx, chase, end, at)
      return { did: 'ended', nextAt: null }
    }
    if (chase.nextAt > at) return { did: 'nothing', nextAt: chase.nextAt.toISOString() }
    const act = actAt(chase.course, chase.steps.length)
    if (act === null) {
      await endChase(tx, chase, 'exhausted', at)
      return { did: 'ended', nextAt: null }
    }
    const turn = { chase, at, hasSlack: slack !== undefined }
    const nextAt = act === 'takeBack' ? await goBack(tx, turn) : await tellOne(tx, turn, act)
    return { did: act, nextAt: nextAt?.toISOString() ?? null }
  })
}
