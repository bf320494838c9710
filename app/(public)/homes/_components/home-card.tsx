'use client'

import Link from 'next/link'
import { memo, useState } from 'react'
import { streetLine, townLine } from '../../../_homes/address.words.ts'
import { bathsOf, TYPE_WORD } from '../../../_homes/home.words.ts'
import { HomeStatus } from '../../../_homes/home-status.tsx'
import { PriceChange } from '../../../_homes/price-change.tsx'
import { Rooms } from '../../../_homes/rooms.tsx'
import { Money } from '../../../_ui/money.tsx'
import type { HomeCardData } from '../_queries.ts'
import { CardPhotos } from './card-photos.tsx'
import classes from './home-card.module.css'

type Props = {
  home: HomeCardData
  active?: boolean
  /** The first cards are on the screen at once. */
  eager?: boolean
  sizes?: string
  onHover?: (id: string | null) => void
}

/** A home for anybody: photos first, then the price. The whole card is one link. */
export const HomeCard = memo(function HomeCard({
  home,
  active = false,
  eager = false,
  sizes = '(max-width: 900px) 100vw, 380px',
  onHover,
}: Props) {
  // The page behind a card is fetched when a hand comes near, so that it opens at once.
  const [warm, setWarm] = useState(false)
  const isQuiet = home.standardStatus === 'Active'
  return (
    <Link
      href={`/homes/${encodeURIComponent(home.listingKey)}`}
      prefetch={warm}
      className={classes.card}
      data-list-item
      data-active={active || undefined}
      onMouseEnter={() => {
        setWarm(true)
        onHover?.(home.id)
      }}
      onMouseLeave={() => onHover?.(null)}
      onTouchStart={() => setWarm(true)}
      onFocus={() => {
        setWarm(true)
        onHover?.(home.id)
      }}
      onBlur={() => onHover?.(null)}
    >
      <span className={classes.photo}>
        <CardPhotos urls={home.photoUrls} eager={eager} sizes={sizes} />
        {!isQuiet && (
          <span className={classes.status}>
            <HomeStatus status={home.standardStatus} variant="solid" />
          </span>
        )}
        {isQuiet && home.isNewThisWeek && <span className={classes.fresh}>New this week</span>}
      </span>
      <span className={classes.words}>
        <span className={classes.line}>
          <Money cents={home.listPriceCents} className={classes.price ?? ''} />
          <PriceChange from={home.weekAgoPriceCents} to={home.listPriceCents} />
          {home.weekAgoPriceCents === null && <span className={classes.kind}>{TYPE_WORD[home.propertySubType]}</span>}
        </span>
        <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
        <span className={classes.address}>
          {streetLine(home)} <span>{townLine(home)}</span>
        </span>
        <span className={classes.firm}>Listed by {home.listedBy}</span>
      </span>
    </Link>
  )
})
