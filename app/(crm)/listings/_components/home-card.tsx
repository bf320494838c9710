'use client'

import Link from 'next/link'
import { memo } from 'react'
import { streetLine, townLine } from '../../../_homes/address.words.ts'
import type { HomeSummary } from '../../../_homes/home.types.ts'
import { bathsOf } from '../../../_homes/home.words.ts'
import { HomeStatus } from '../../../_homes/home-status.tsx'
import { PriceChange } from '../../../_homes/price-change.tsx'
import { Rooms } from '../../../_homes/rooms.tsx'
import { Money } from '../../../_ui/money.tsx'
import { Photo } from '../../../_ui/photo.tsx'
import classes from './home-card.module.css'

type Props = {
  home: HomeSummary
  active: boolean
  /** The first cards are on the screen at once. */
  eager?: boolean
  onHover: (id: string | null) => void
}

/** A home in the list. The whole card is one link. */
export const HomeCard = memo(function HomeCard({ home, active, eager = false, onHover }: Props) {
  return (
    <Link
      href={`/listings/${home.id}`}
      prefetch={false}
      className={classes.card}
      data-list-item
      data-active={active || undefined}
      onMouseEnter={() => onHover(home.id)}
      onMouseLeave={() => onHover(null)}
      onFocus={() => onHover(home.id)}
      onBlur={() => onHover(null)}
    >
      <span className={classes.photo}>
        <Photo src={home.photoUrl} alt="" sizes="(max-width: 720px) 100vw, 360px" eager={eager} />
        <span className={classes.status}>
          <HomeStatus status={home.standardStatus} variant="solid" />
        </span>
      </span>
      <span className={classes.words}>
        <span className={classes.line}>
          <Money cents={home.listPriceCents} className={classes.price ?? ''} />
          <PriceChange from={home.previousListPriceCents} to={home.listPriceCents} />
        </span>
        <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
        <span className={classes.address}>{streetLine(home)}</span>
        <span className={classes.town}>{townLine(home)}</span>
      </span>
    </Link>
  )
})
