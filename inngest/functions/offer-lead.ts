import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { lookAhead, takeTurn, tellOffer } from '#server/domain/leads/offers/turns.service.ts'
import type { Kit } from '../scheduled.ts'

/** Each turn is a re-ping, the end, or somebody who wants more time: more than this is a ladder that goes round in circles. */
const MOST_TURNS = 40

/**
 * One run an offer: tells whoever is asked, and waits for an answer or for the clock. What it does when it wakes is read
 * from the database, so that a run that is killed, or woken twice, does nothing twice.
 */
export const offerLeads = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'offer-lead',
      name: 'Lead offers',
      triggers: [{ event: 'leads/offer.made' }],
      cancelOn: [{ event: 'leads/offer.withdrawn', match: 'data.offerId' }],
      retries: 5,
    },
    async ({ event, step }): Promise<JobResult> => {
      const order = { offerId: String(event.data.offerId) }
      const { told } = await step.run('tell', () => tellOffer(deps, order))
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const next = await step.run(`look-${turn}`, () => lookAhead(deps, order))
        if (!next) return { words: 'The offer has its answer.', outcome: 'good', counts: { told, turns: turn } }
        const answer = await step.waitForEvent(`answer-${turn}`, {
          event: 'leads/offer.answered',
          match: 'data.offerId',
          timeout: new Date(next.at),
        })
        if (!answer) await step.run(`turn-${turn}`, () => takeTurn(deps, order))
      }
      return { words: 'The offer is still live after forty turns.', outcome: 'warning', counts: { told } }
    },
  )
