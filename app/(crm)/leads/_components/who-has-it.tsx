import { BECAUSE_SAID } from '#server/domain/leads/leads.words.ts'
import { Countdown } from '../../../_ui/countdown.tsx'
import { When } from '../../../_ui/when.tsx'
import { namesInWords } from '../_leads.words.ts'
import type { Lead } from '../_queries.ts'

/** Who has a lead, or who is asked for it until when: one sentence. */
export function WhoHasIt({
  lead,
}: {
  lead: Pick<Lead, 'state' | 'offer' | 'pond' | 'pondedAt' | 'agent' | 'because' | 'answeredBy' | 'answeredAt'>
}) {
  const { state, offer, pond, pondedAt, agent, because, answeredBy, answeredAt } = lead
  switch (state) {
    case 'received':
      return 'It came this moment: its agent is being found'
    case 'offered':
      if (!offer) return 'Whoever is next is being asked'
      return (
        <>
          {namesInWords(offer.asked)} {offer.asked.length === 1 ? 'is' : 'are'} asked until{' '}
          <When at={offer.expiresAt} format="clock" />: <Countdown until={offer.expiresAt} />
          {offer.seenAt && ', seen'}
        </>
      )
    case 'pond':
      return (
        <>
          It lies in {pond?.name ?? 'a pond'}
          {pondedAt && (
            <>
              {' '}
              since <When at={pondedAt} />
            </>
          )}
          : whoever has time takes it
        </>
      )
    case 'open':
      return agent
        ? `${agent.fullName} has it${because ? `, because ${BECAUSE_SAID[because]}` : ''}`
        : 'Nobody has it yet'
    case 'answered':
      return (
        <>
          {answeredBy ? `Answered by ${answeredBy.fullName}` : 'Answered'}
          {answeredAt && (
            <>
              , <When at={answeredAt} />
            </>
          )}
        </>
      )
  }
}
