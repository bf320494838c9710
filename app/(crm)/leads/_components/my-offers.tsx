'use client'

import { IconCheck } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type KeyboardEvent, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { Countdown } from '../../../_ui/countdown.tsx'
import { When } from '../../../_ui/when.tsx'
import { TimeBar } from '../../offers/_components/time-bar.tsx'
import { useAnswer } from '../../offers/_components/use-answer.ts'
import { myOffers, type Offer } from '../../offers/_queries.ts'
import classes from './my-offers.module.css'

const PassSheet = dynamic(() => import('../../offers/_components/pass-sheet.tsx').then((part) => part.PassSheet))

function OfferCard({ offer }: { offer: Offer }) {
  const answer = useAnswer({ offerId: offer.id, channel: 'app', withUndo: true })
  const [isPassing, setPassing] = useState(false)
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || isPassing || answer.isAnswering) return
    if (key === 'a') answer.claim()
    if (key === 'p') setPassing(true)
  }
  return (
    <li className={classes.card} data-row onKeyDown={onKeyDown}>
      <div className={classes.words}>
        <Link href={`/offers/${offer.id}`} className={classes.name} data-list-item>
          {offer.headline}
        </Link>
        <span className={classes.soft}>{offer.lines.map(({ value }) => value).join(' · ')}</span>
      </div>
      <div className={classes.clock}>
        <strong>
          <Countdown until={offer.expiresAt} />
        </strong>
        <span className={classes.soft}>
          {offer.kind === 'direct' ? 'held for you until ' : 'first to claim, until '}
          <When at={offer.expiresAt} format="clock" />
        </span>
        <TimeBar from={offer.offeredAt} until={offer.expiresAt} />
      </div>
      <div className={classes.answers}>
        <Action primary icon={IconCheck} disabled={answer.isAnswering} onClick={answer.claim}>
          {answer.isClaiming ? 'Taking it…' : 'Accept'}
        </Action>
        <Action disabled={answer.isAnswering} onClick={() => setPassing(true)}>
          Pass
        </Action>
      </div>
      {isPassing && <PassSheet onPass={answer.pass} onClose={() => setPassing(false)} />}
    </li>
  )
}

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
