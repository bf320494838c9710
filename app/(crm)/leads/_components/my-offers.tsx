'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTRPC } from '../../../_trpc/client.tsx'
import { myOffers } from '../../offers/_queries.ts'
import classes from './my-offers.module.css'

// Most of the time nothing waits for one's answer.
const OfferCard = dynamic(() => import('./offer-card.tsx').then((part) => part.OfferCard))

/** What waits for one's own answer, the most urgent first; nothing at all when nothing does. */
export function MyOffers() {
  const { data: offers } = useSuspenseQuery(myOffers(useTRPC()))
  if (offers.length === 0) return null
  return (
    <section className={classes.strip} aria-labelledby="my-offers">
      <h2 id="my-offers" className={classes.title}>
        {offers.length === 1 ? 'A lead waits for your answer' : `${offers.length} leads wait for your answer`}
      </h2>
      <ul className={classes.cards}>
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  )
}
