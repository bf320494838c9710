import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { lookAhead, takeTurn, tellOffer } from '#server/domain/leads/offers/turns.service.ts'
import type { Kit } from '../scheduled.ts'
import { showCards } from './show-offer.ts'

/** A turn is a re-ping, a mark of the countdown, more time, or the end: more than this is a ladder that goes round in circles. */
const MOST_TURNS = 60

/**
 * One run an offer: tells whoever is asked, on every channel, and waits for an answer or for the clock. What it does when
 * it wakes is read from the database, so that a run that is killed, or woken twice, does nothing twice.
 */
export const offerLeads = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'offer-lead',
      name: 'Lead offers',
      triggers: [{ event: 'leads/offer.made' }],
      cancelOn: [{ event: 'leads/offer.withdrawn', match: 'data.offerId' }],
      // A lead is worth seconds: its steps go on in one call, and each of them may be done again.
      checkpointing: { bufferedSteps: 10 },
      retries: 5,
    },
    async ({ event, step, runId }): Promise<JobResult> => {
      const order = { offerId: String(event.data.offerId) }
      const hands = { ...order, deps, step, runId }
      const { told, next: first } = await step.run('tell', () => tellOffer(deps, order))
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const next = turn === 0 ? first : await step.run(`look-${turn}`, () => lookAhead(deps, order))
        if (!next) return { words: 'The offer has its answer.', outcome: 'good', counts: { told, turns: turn } }
        const { nextAt: mark } = await showCards(hands)
        const wakeAt = mark && mark < next.at ? mark : next.at
        const answer = await step.waitForEvent(`answer-${turn}`, {
          event: 'leads/offer.answered',
          match: 'data.offerId',
          timeout: new Date(wakeAt),
        })
        if (!answer && wakeAt === next.at) await step.run(`turn-${turn}`, () => takeTurn(deps, order))
      }
      return { words: `The offer is still live after ${MOST_TURNS} turns.`, outcome: 'warning', counts: { told } }
    },
  )
