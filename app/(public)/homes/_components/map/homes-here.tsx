'use client'

import { IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { streetLine, townLine } from '../../../../_homes/address.words.ts'
import { bathsOf } from '../../../../_homes/home.words.ts'
import { PriceChange } from '../../../../_homes/price-change.tsx'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import { type HomeCardData, homeCards, homesInLists } from '../../_queries.ts'
import classes from './homes-here.module.css'

const Line = ({ home }: { home: HomeCardData }) => (
  <li>
    <Link href={`/homes/${encodeURIComponent(home.listingKey)}`} prefetch className={classes.line}>
      <span className={classes.photo}>
        <Photo src={home.photoUrls[0]} alt="" sizes="128px" />
      </span>
      <span className={classes.words}>
        <span className={classes.price}>
          <Money cents={home.listPriceCents} />
          <PriceChange from={home.weekAgoPriceCents} to={home.listPriceCents} />
        </span>
        <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
        <span className={classes.address}>{streetLine(home)}</span>
        <span className={classes.town}>{townLine(home)}</span>
        <span className={classes.firm}>Listed by {home.listedBy}</span>
      </span>
    </Link>
  </li>
)

/** The home whose pin was tapped, or all that share its point, over the map. */
export function HomesHere({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const trpc = useTRPC()
  const inLists = homesInLists(useQueryClient(), trpc, ids)
  const fetched = useQuery({ ...homeCards(trpc, ids), enabled: inLists.length < ids.length })
  const homes = inLists.length === ids.length ? inLists : fetched.data
  return (
    <section className={classes.here} aria-label={ids.length === 1 ? 'The chosen home' : `${ids.length} homes here`}>
      <header className={classes.head} data-many={ids.length > 1 || undefined}>
        {ids.length > 1 && <h2>{ids.length} homes here</h2>}
        <button type="button" aria-label="Close" onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </header>
      <ul>
        {homes ? (
          homes.map((home) => <Line key={home.id} home={home} />)
        ) : (
          <li className={classes.line}>
            {fetched.isError ? (
              <p className={classes.gone}>This did not load. Close it and tap again.</p>
            ) : (
              <Bone height={96} />
            )}
          </li>
        )}
        {homes?.length === 0 && (
          <li className={classes.line}>
            <p className={classes.gone}>This home is no longer shown.</p>
          </li>
        )}
      </ul>
    </section>
  )
}
