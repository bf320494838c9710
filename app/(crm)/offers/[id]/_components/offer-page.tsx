'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { OfferChannel } from '#server/generated/prisma/enums.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { useAnswer } from '../../_components/use-answer.ts'
import { offerById } from '../../_queries.ts'
import { standingOf } from '../../_standing.ts'
import { EndedOffer } from './ended-offer.tsx'
import { LiveOffer } from './live-offer.tsx'
import { MyLead } from './my-lead.tsx'
import classes from './offer-page.module.css'

type Props = { id: string; channel: OfferChannel }

function OfferNow({ id, channel }: Props) {
  const { data: offer } = useSuspenseQuery(offerById(useTRPC(), id))
  const answer = useAnswer({ offerId: id, channel })
  const standing = standingOf(offer)
  switch (standing.kind) {
    case 'live':
      return <LiveOffer offer={offer} channel={channel} answer={answer} />
    case 'mine':
      return <MyLead offer={offer} handBackUntil={standing.handBackUntil} answer={answer} />
    default:
      return <EndedOffer offer={offer} standing={standing} />
  }
}

/** A lead that is held out: to be answered with one thumb, in a car park. */
export const OfferPage = ({ id, channel }: Props) => (
  <div className={classes.page}>
    <QueryBoundary
      loading={<ListSkeleton shape="lines" rows={6} label="Loading the offer" />}
      title="This offer did not load"
      page
    >
      <OfferNow id={id} channel={channel} />
    </QueryBoundary>
  </div>
)
