'use client'

import Link from 'next/link'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import type { Preview } from '../../_queries.ts'
import classes from './live-sample.module.css'
import type { usePreview } from './use-preview.ts'

const Sample = ({ home }: { home: Preview['sample'][number] }) => (
  <li>
    <Link href={`/listings/${home.id}`} className={classes.home}>
      <span className={classes.photo}>
        <Photo src={home.photoUrl} alt="" sizes="112px" />
      </span>
      <span className={classes.words}>
        <Money cents={home.listPriceCents} className={classes.price ?? ''} />
        <Rooms beds={home.bedroomsTotal} baths={home.bathrooms} sqft={home.livingAreaSqFt} />
        <span className={classes.address}>
          {home.streetAddress}, {home.city}
        </span>
      </span>
    </Link>
  </li>
)

/** How many homes fit at this moment, and the newest of them. */
export const LiveSample = ({ count, homes, words, isStale }: ReturnType<typeof usePreview>) => (
  <div className={classes.sample} data-stale={isStale || undefined}>
    <p className={classes.count} aria-live="polite" data-figures>
      {words}
    </p>
    {count === 0 && (
      <p className={classes.none}>That is fine: they hear as soon as one comes. Fewer wishes find more.</p>
    )}
    <ul className={classes.homes} aria-label="Newest homes that fit">
      {homes
        ? homes.map((home) => <Sample key={home.id} home={home} />)
        : [1, 2, 3, 4].map((place) => (
            <li key={place} className={classes.home}>
              <Bone height={76} />
              <span className={classes.words}>
                <Bone width="40%" style={{ marginBottom: 8 }} />
                <Bone width="70%" />
              </span>
            </li>
          ))}
    </ul>
  </div>
)
