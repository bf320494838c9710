'use client'

import { IconCheck } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type KeyboardEvent, useState } from 'react'
import { Action } from '../../../_ui/action.tsx'
import { Countdown } from '../../../_ui/countdown.tsx'
import { When } from '../../../_ui/when.tsx'
import { whenNear } from '../../../_ui/when-near.ts'
import { TimeBar } from '../../offers/_components/time-bar.tsx'
import { useAnswer } from '../../offers/_components/use-answer.ts'
import type { Offer } from '../../offers/_queries.ts'
import classes from './my-offers.module.css'

const loadPass = () => import('../../offers/_components/pass-sheet.tsx')
const PassSheet = dynamic(() => loadPass().then((part) => part.PassSheet))

/** A lead that waits for one's answer: what is known, until when, and the answer. `a` takes it, `p` passes. */
export function OfferCard({ offer }: { offer: Offer }) {
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
        <Action disabled={answer.isAnswering} {...whenNear(loadPass)} onClick={() => setPassing(true)}>
          Pass
        </Action>
      </div>
      {isPassing && <PassSheet onPass={answer.pass} onClose={() => setPassing(false)} />}
    </li>
  )
}
