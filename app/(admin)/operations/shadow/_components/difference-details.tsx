'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { CAUSE_WORDS, KIND_WORDS } from '#server/domain/legacy/shadow/shadow.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { difference } from '../_queries.ts'
import { longDay, toneOfCause } from '../_shadow.words.ts'
import { Checks } from './checks.tsx'
import classes from './difference-details.module.css'
import { causeInWords, homeInWords } from './difference-line.tsx'
import { Explain } from './explain.tsx'
import { OurSide, TheirSide } from './sides.tsx'

const sentence = (words: string) =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`

/** Why the two differ, with what each of them sent side by side, and a person's word on it. */
export function DifferenceDetails({ differenceId }: { differenceId: string }) {
  const { data } = useSuspenseQuery(difference(useTRPC(), differenceId))
  const { contact, listing, cause, kind, note } = data
  return (
    <div className={classes.details}>
      <header className={classes.head}>
        <h3>
          {listing ? <TextLink href={`/listings/${listing.id}`}>{homeInWords(data)}</TextLink> : homeInWords(data)}
        </h3>
        <p>
          {contact ? (
            <TextLink underlined href={`/contacts/${contact.id}`}>
              {contact.fullName}
            </TextLink>
          ) : (
            'Somebody unknown here'
          )}
          , {longDay(data.day)}: {KIND_WORDS[kind]}
        </p>
      </header>
      <div className={classes.cause}>
        <StatusBadge tone={data.explained ? 'good' : toneOfCause(cause)}>{causeInWords(data)}</StatusBadge>
        <p>
          {CAUSE_WORDS[cause].words} {note && sentence(note)}
        </p>
      </div>
      <div className={classes.sides}>
        <TheirSide sent={data.theirs} />
        <OurSide said={data.ours} isOurs={kind !== 'theirsOnly'} />
      </div>
      <Checks checks={data.checks} />
      <Explain difference={data} />
    </div>
  )
}
