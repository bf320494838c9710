'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OfferChannel } from '#server/generated/prisma/enums.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Countdown } from '../../../../_ui/countdown.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { TimeBar } from '../../_components/time-bar.tsx'
import type { Answer } from '../../_components/use-answer.ts'
import type { Offer } from '../../_queries.ts'
import { AnswerBar } from './answer-bar.tsx'
import { Need } from './need.tsx'
import classes from './offer-page.module.css'
import { TimeSaid } from './time-said.tsx'

type Props = { offer: Offer; channel: OfferChannel; answer: Answer }

/** Whoever offered it knows that it was on a screen; said once, however often the page is opened. */
function useSeen(offerId: string, channel: OfferChannel) {
  const { mutate } = useMutation(useTRPC().offers.see.mutationOptions({ meta: { quiet: true } }))
  useEffect(() => mutate({ offerId, channel }), [mutate, offerId, channel])
}

const RuleOfTime = ({ offer: { kind, mine } }: { offer: Offer }) => {
  if (kind === 'firstToClaim')
    return 'Several of you are asked: whoever takes it first has it, so nobody can get more time.'
  if (mine.extendedAt) return 'You have asked for ten minutes more. When they are over, the next one is asked.'
  return 'It is held for you alone. If that is too short, take ten minutes more with one tap.'
}

/** An offer that waits for one's answer: the need, the clock, and the buttons under the thumb. */
export function LiveOffer({ offer, channel, answer }: Props) {
  const { headline, lines, offeredAt, expiresAt, kind } = offer
  useSeen(offer.id, channel)
  return (
    <>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title={headline}
        aside={<StatusBadge tone="waiting">{kind === 'direct' ? 'Held for you' : 'First to claim'}</StatusBadge>}
      />
      <div className={classes.clock}>
        <p className={classes.left}>
          <strong>
            <Countdown until={expiresAt} />
          </strong>
          <span>
            left, until <When at={expiresAt} format="clock" />
          </span>
        </p>
        <TimeBar from={offeredAt} until={expiresAt} />
        <p className={classes.soft}>
          <RuleOfTime offer={offer} />
        </p>
        <TimeSaid until={expiresAt} />
      </div>
      <Section title="What is wanted">
        <Need lines={lines} />
        <p className={classes.soft}>
          Who it is, and how to reach them, you read the moment you have taken it. Nobody who is asked knows more than
          you.
        </p>
      </Section>
      <AnswerBar offer={offer} answer={answer} />
    </>
  )
}
