'use client'

import Link from 'next/link'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { streetLine, townLine } from '../../../../_homes/address.words.ts'
import { bathsOf } from '../../../../_homes/home.words.ts'
import { HomeStatus } from '../../../../_homes/home-status.tsx'
import { PriceChange } from '../../../../_homes/price-change.tsx'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import { When } from '../../../../_ui/when.tsx'
import { VerdictButtons } from '../../../_portal/verdict-buttons.tsx'
import type { ToldHome as Home } from '../_preferences.ts'
import classes from './told-home.module.css'

type Props = { home: Home; href: string; eager: boolean; onSay: (verdict: Verdict | null) => void }

/** A home as a buyer wants it: photos to swipe through, the price and what became of it, three answers for the thumb. */
export const ToldHome = ({ home, href, eager, onSay }: Props) => (
  <article className={classes.card} aria-label={streetLine(home)}>
    <div className={classes.photos}>
      {(home.photoUrls.length > 0 ? home.photoUrls : [null]).map((url, index) => (
        <Link
          key={url}
          href={href}
          className={classes.photo}
          // One way in is enough for the keyboard and for ears; the others are for the thumb.
          {...(index > 0 ? { tabIndex: -1, 'aria-hidden': true } : { 'aria-label': `See ${streetLine(home)}` })}
        >
          <Photo src={url} alt="" sizes="(max-width: 720px) 100vw, 560px" eager={eager && index === 0} />
        </Link>
      ))}
    </div>
    {home.standardStatus !== 'Active' && (
      <span className={classes.status}>
        <HomeStatus status={home.standardStatus} />
      </span>
    )}
    <div className={classes.words}>
      <p className={classes.price}>
        <Money cents={home.listPriceCents} />
        <PriceChange from={home.toldPriceCents} to={home.listPriceCents} />
      </p>
      <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
      <Link href={href} className={classes.address}>
        {streetLine(home)}
        <span>{townLine(home)}</span>
      </Link>
      {home.toldAt && (
        <p className={classes.told}>
          We wrote <When at={home.toldAt} />
          {home.toldPriceCents !== null && home.toldPriceCents !== home.listPriceCents && (
            <>
              {' '}
              at <Money cents={home.toldPriceCents} />
            </>
          )}
        </p>
      )}
    </div>
    <div className={classes.verdict}>
      <VerdictButtons of={streetLine(home)} verdict={home.verdict} onSay={onSay} />
    </div>
  </article>
)
