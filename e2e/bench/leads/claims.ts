import type { RootDb } from '#server/db.ts'
import type { Claimed } from '#server/domain/leads/offers/claim-outcome.ts'
import { claimOffer } from '#server/domain/leads/offers/offers.service.ts'
import { makeOffer } from '#server/domain/leads/offers/offers.store.ts'
import { aCourse } from '#server/testing/lead-factories.ts'
import { takeInLeads } from './people.ts'

export type Race = { claims: number; ms: number; wrong: number; slowestMs: number }

/** All agents want all leads at once: each lead has one winner, and everybody else hears who it is. */
export async function raceForLeads(db: RootDb, agentIds: readonly string[], count: number): Promise<Race> {
  const [keeperId = ''] = agentIds
  const leads = await takeInLeads(db, { count, keeperId })
  const offerIds: string[] = []
  for (const inquiryId of leads) {
    const order = { inquiryId, hop: 0, kind: 'firstToClaim', personIds: agentIds, rung: 0, at: new Date() } as const
    offerIds.push((await db.$transaction((tx) => makeOffer(tx, { ...order, course: aCourse() }))).offerId)
  }
  const now = () => new Date()
  const [answers, times]: [Claimed[][], number[]] = [[], []]
  const started = performance.now()
  for (const offerId of offerIds) {
    const round = agentIds.map(async (personId) => {
      const at = performance.now()
      const answer = await claimOffer({ db, now }, { offerId, personId, channel: 'api' })
      times.push(performance.now() - at)
      return answer
    })
    answers.push(await Promise.all(round))
  }
  const ms = performance.now() - started
  const owners = await db.inquiry.findMany({ where: { id: { in: leads } }, select: { id: true, agentId: true } })
  const ownerOf = new Map(owners.map(({ id, agentId }) => [id, agentId]))
  let wrong = 0
  answers.forEach((round, index) => {
    const owner = ownerOf.get(leads[index] ?? '')
    const won = round.flatMap(({ outcome }, at) => (outcome === 'won' ? [agentIds[at]] : []))
    const told = round.filter((answer) => answer.outcome === 'lost' && answer.winner.id === owner)
    if (won.length !== 1 || won[0] !== owner || told.length !== agentIds.length - 1) wrong += 1
  })
  return { claims: agentIds.length * offerIds.length, ms, wrong, slowestMs: Math.max(...times) }
}
