'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { OFFER_STATE_WORDS } from '#server/domain/leads/offers/offers.words.ts'
import type { OfferState } from '#server/generated/prisma/enums.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Countdown } from '../../../../_ui/countdown.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { Tone } from '../../../../_ui/tone.ts'
import { When } from '../../../../_ui/when.tsx'
import { type LeadOffers, offersOf, type WholeLead } from '../../_queries.ts'
import { didInWords } from '../_course.words.ts'
import { Ladder } from './ladder.tsx'
import classes from './lead-course.module.css'

const TONE_OF: Record<OfferState, Tone> = {
  offered: 'waiting',
  seen: 'waiting',
  accepted: 'good',
  passed: 'neutral',
  timedOut: 'warning',
  withdrawn: 'neutral',
}

function OfferOfLead({ offer }: { offer: LeadOffers['offers'][number] }) {
  const { state, kind, offeredAt, expiresAt, endedAt, people, handedBackAt, isUnreached } = offer
  return (
    <li className={classes.offer}>
      <p className={classes.head}>
        <StatusBadge tone={TONE_OF[state]}>{OFFER_STATE_WORDS[state]}</StatusBadge>
        <span>{kind === 'direct' ? 'One was asked' : `${people.length} were asked at once`}</span>
        <span className={classes.soft}>
          <When at={offeredAt} format="exact" />
          {!endedAt && (
            <>
              , until <When at={expiresAt} format="clock" />: <Countdown until={expiresAt} />
            </>
          )}
        </span>
      </p>
      {isUnreached && (
        <p className={classes.head}>
          <StatusBadge tone="bad">Nobody could be reached</StatusBadge>
          <span className={classes.soft}>No channel has delivered it yet. The clock waits.</span>
        </p>
      )}
      <ul className={classes.people}>
        {people.map((asked) => (
          <li key={asked.personId}>
            <strong>{asked.person.fullName}</strong> {didInWords(asked, offer)}
          </li>
        ))}
      </ul>
      {handedBackAt && (
        <p className={classes.soft}>
          Taken by mistake and handed back, <When at={handedBackAt} format="clock" />
        </p>
      )}
    </li>
  )
}

/** Each time it was held out, who did what, and the ladder: what was done, and what comes when nobody answers. */
export function LeadCourse({ lead }: { lead: WholeLead }) {
  const { data } = useSuspenseQuery(offersOf(useTRPC(), lead.id))
  if (data.offers.length === 0) return null
  return (
    <>
      <Section title="Offers" flush>
        <ol className={classes.offers}>
          {data.offers.map((offer) => (
            <OfferOfLead key={offer.id} offer={offer} />
          ))}
        </ol>
      </Section>
      {data.ladder && (
        <Section
          title="When nobody answers"
          aside={data.ladder.clock === 'always' ? 'Day and night' : 'Counted in office hours'}
        >
          <Ladder rungs={data.ladder.rungs} isLive={lead.state === 'offered'} />
        </Section>
      )}
    </>
  )
}
