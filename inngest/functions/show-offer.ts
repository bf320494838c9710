import type { GetStepTools } from 'inngest'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { type Shown, showOffer } from '#server/domain/leads/slack/show-offer.service.ts'
import { postHeads } from '#server/domain/slack/delivery/post-heads.ts'
import type { PalmettoInngest } from '../client.ts'
import type { Kit } from '../scheduled.ts'

type Hands = { deps: Kit['deps']; step: GetStepTools<PalmettoInngest>; runId: string; offerId: string }

/** Brings an offer's cards in Slack up to date, and posts what is new at once: each fact on the way would cost a second. */
export async function showCards({ deps: { db, now, slack }, step, runId, offerId }: Hands): Promise<Shown> {
  if (!slack) return { cards: 0, isOver: true, nextAt: null, lanes: [] }
  const shown = await step.run('show', () => showOffer({ db, now, slack }, { offerId, isPoster: true }))
  const { lanes } = shown
  if (lanes.length > 0) {
    await step.run('post', () => postHeads({ db, now, bot: slack.bot }, { lanes, runner: runId }))
  }
  return shown
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
