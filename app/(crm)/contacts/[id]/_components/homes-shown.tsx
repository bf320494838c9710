'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { streetLine } from '../../../../_homes/address.words.ts'
import { bathsOf } from '../../../../_homes/home.words.ts'
import { HomeStatus } from '../../../../_homes/home-status.tsx'
import { PriceChange } from '../../../../_homes/price-change.tsx'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import { When } from '../../../../_ui/when.tsx'
import row from '../../../../_ui/whole-row.module.css'
import { type HomeShown, homesShown, verdictsOf } from '../../_queries.ts'
import { patternInWords } from '../../_verdicts.words.ts'
import classes from './homes-shown.module.css'
import { VerdictMark } from './verdict-mark.tsx'

const FIRST = 6

const Home = ({ home, verdict }: { home: HomeShown; verdict: Verdict | undefined }) => (
  <li className={classes.item}>
    <span className={classes.photo}>
      <Photo src={home.photoUrl} alt="" sizes="120px" />
    </span>
    <span className={classes.words}>
      <span className={classes.line}>
        <Money cents={home.listPriceCents} className={classes.price ?? ''} />
        <PriceChange from={home.previousListPriceCents} to={home.listPriceCents} />
      </span>
      <Link href={`/listings/${home.id}`} className={`${row.link} ${classes.link}`}>
        {streetLine(home)}, {home.city}
      </Link>
      <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
      <span className={classes.line}>
        {verdict && <VerdictMark verdict={verdict} />}
        <HomeStatus status={home.standardStatus} variant="plain" />
        <Link href={`/mails/${home.shown.mailId}`} className={classes.when}>
          shown <When at={home.shown.at} />
        </Link>
      </span>
    </span>
  </li>
)

/** Homes that mails have shown to the contact, as they stand now. */
export function HomesShown({ contactId }: { contactId: string }) {
  const trpc = useTRPC()
  const { data: homes } = useSuspenseQuery(homesShown(trpc, contactId))
  const { verdicts, pattern } = useSuspenseQuery(verdictsOf(trpc, contactId)).data
  const verdictOf = new Map(verdicts.map(({ listingId, preference }) => [listingId, preference]))
  const [isOpen, setOpen] = useState(false)
  if (homes.length === 0) return <p className={classes.none}>None yet. They appear with the first alert mail.</p>
  return (
    <>
      {pattern && <p className={classes.pattern}>{patternInWords(pattern)}</p>}
      <ul className={classes.list}>
        {homes.slice(0, isOpen ? homes.length : FIRST).map((home) => (
          <Home key={home.id} home={home} verdict={verdictOf.get(home.id)} />
        ))}
      </ul>
      {!isOpen && homes.length > FIRST && (
        <Action wide onClick={() => setOpen(true)}>
          Show {homes.length - FIRST} more
        </Action>
      )}
    </>
  )
}
