import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { showOffer } from '#server/domain/leads/slack/show-offer.service.ts'
import type { Kit } from '../scheduled.ts'

/** The countdown's marks, what is asked once more, and the minute in which it may be given back. */
const MOST_LOOKS = 40

/** Whatever happens to an offer, its cards in Slack show it; and by the clock, the time that is left. */
export const showOffers = ({ inngest, deps }: Kit) =>
  inngest.createFunction(
    {
      id: 'show-offer',
      name: 'Offers in Slack',
      triggers: [
        { event: 'leads/offer.made' },
        { event: 'leads/offer.answered' },
        { event: 'leads/offer.ended' },
        { event: 'leads/offer.withdrawn' },
      ],
      retries: 5,
    },
    async ({ event, step }): Promise<JobResult> => {
      const { db, now, slack } = deps
      if (!slack) return { words: 'Slack is not connected.', outcome: 'good', counts: {} }
      const order = { offerId: String(event.data.offerId) }
      let changed = 0
      for (let look = 0; look < MOST_LOOKS; look += 1) {
        const { cards, nextAt } = await step.run('show', () => showOffer({ db, now, slack }, order))
        changed += cards
        if (!nextAt) break
        await step.sleepUntil('next mark', new Date(nextAt))
      }
      return { words: changed === 1 ? '1 card.' : `${changed} cards.`, outcome: 'good', counts: { cards: changed } }
    },
  )
