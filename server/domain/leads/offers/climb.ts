import type { Db } from '#server/db.ts'
import type { LadderAct } from '#server/generated/prisma/enums.ts'
import { keepDecision, weigh } from '../routing/decide.service.ts'
import type { LadderActName } from '../routing/routing.words.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { endingFrom, hasEscalated, momentOf } from './course.ts'
import { followDecision } from './follow-decision.ts'
import { giveLead } from './give-lead.ts'
import { askedFor, type LockedOffer, makeOffer } from './offers.store.ts'
import { putIntoPond } from './ponds.service.ts'
import { findManager, findTeamLead } from './superiors.queries.ts'

const ACTS: Record<LadderActName, LadderAct> = {
  're-ping': 'rePing',
  'next-agent': 'nextAgent',
  'team-lead': 'teamLead',
  manager: 'manager',
  pond: 'pond',
}

type Climb = { offer: LockedOffer; at: Date }

const keepStep = (tx: Db, { offer, at }: Climb, rung: number, act: LadderAct) =>
  tx.leadLadderStep.createMany({ data: [{ offerId: offer.id, rung, act, takenAt: at }], skipDuplicates: true })

/** The next agent by the rules, leaving out who was asked. False when they would lead away from the rule of the lead. */
async function askNext(tx: Db, { offer, at }: Climb, rung: number, mayLeaveRule: boolean): Promise<boolean> {
  const { inquiryId, course } = offer
  const without = await askedFor(tx, inquiryId)
  const weighed = await weigh(tx, { inquiryId, hop: offer.hop + 1, without, at })
  if (weighed.decision.ruleId !== course.ruleId && !mayLeaveRule) return false
  await followDecision(tx, { decision: await keepDecision(tx, weighed), course, rung, at })
  return true
}

/** Asks somebody above; false when there is nobody, or they were asked already. */
async function askSuperior(tx: Db, { offer, at }: Climb, rung: number, act: 'team-lead' | 'manager'): Promise<boolean> {
  const asked = await askedFor(tx, offer.inquiryId)
  const find = act === 'team-lead' ? findTeamLead : findManager
  const superior = await find(tx, { askedIds: asked })
  if (!superior) return false
  const { inquiryId, course } = offer
  await makeOffer(tx, { inquiryId, hop: offer.hop + 1, kind: 'direct', personIds: [superior.id], course, rung, at })
  return true
}

async function takeStep(tx: Db, climb: Climb, index: number): Promise<boolean> {
  const step = climb.offer.course.ladder.steps[index]
  if (!step || step.act === 're-ping') return false
  await keepStep(tx, climb, index, ACTS[step.act])
  const { inquiryId } = climb.offer
  switch (step.act) {
    case 'next-agent':
      return askNext(tx, climb, index + 1, false)
    case 'team-lead':
    case 'manager':
      return askSuperior(tx, climb, index + 1, step.act)
    case 'pond':
      if (step.pondId) await putIntoPond(tx, { inquiryId, pondId: step.pondId, at: climb.at })
      return step.pondId !== undefined
  }
}

/**
 * What comes after an offer that nobody took: the next agent of its rule while the ladder has not gone up, then its steps,
 * and at the end of all of them the person for everything else. A lead never stays without somebody: this is one
 * transaction with the end of the offer.
 */
export async function climb(tx: Db, { offer, at }: Climb): Promise<void> {
  const { course, inquiryId } = offer
  const rung = Math.max(offer.rung, ...offer.steps.map((step) => step.rung + 1))
  const ending = endingFrom(course, rung)
  const step = course.ladder.steps[ending]
  const isDue = step !== undefined && momentOf(course, step) <= at
  if (!isDue && !hasEscalated(course, rung) && (await askNext(tx, { offer, at }, rung, step === undefined))) return
  for (let index = ending; index < course.ladder.steps.length; index += 1) {
    if (await takeStep(tx, { offer, at }, index)) return
  }
  await keepStep(tx, { offer, at }, course.ladder.steps.length, 'fallback')
  const { agentId } = await findFallback(tx)
  await giveLead(tx, { inquiryId, agentId, because: 'default', why: 'because nobody who was asked took it', at })
}
