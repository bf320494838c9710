import type { GetStepTools } from 'inngest'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { showAndPost } from '#server/domain/leads/slack/show-offer.service.ts'
import type { PalmettoInngest } from '../client.ts'
import type { Kit } from '../scheduled.ts'

type Hands = { deps: Kit['deps']; step: GetStepTools<PalmettoInngest>; runId: string; offerId: string }

/** Brings an offer's cards in Slack up to date; `nextAt`: when they have something else to say by themselves. */
export async function showCards({ deps, step, runId, offerId }: Hands) {
  const { db, now, slack } = deps
  if (!slack) return { cards: 0, isOver: true, nextAt: null }
  return step.run('show', () => showAndPost({ db, now, slack }, { offerId, runner: runId }))
}

/** Whatever happens to an offer, its cards in Slack show it; and after its end, that it can't be given back any more. */
export const showOffers = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'show-offer',
      name: 'Offers in Slack',
      triggers: [{ event: 'leads/offer.answered' }, { event: 'leads/offer.ended' }, { event: 'leads/offer.withdrawn' }],
      checkpointing: { bufferedSteps: 10 },
      retries: 5,
    },
    async ({ event, step, runId }): Promise<JobResult> => {
      if (!deps.slack) return { words: 'Slack is not connected.', outcome: 'good', counts: {} }
      const hands = { deps, step, runId, offerId: String(event.data.offerId) }
      let { cards, isOver, nextAt } = await showCards(hands)
      // While it is live, the run that made the offer minds its countdown.
      if (isOver && nextAt) {
        await step.sleepUntil('its minute is over', new Date(nextAt))
        cards += (await showCards(hands)).cards
      }
      return { words: cards === 1 ? '1 card.' : `${cards} cards.`, outcome: 'good', counts: { cards } }
    },
  )
