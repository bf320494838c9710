'use client'

import { Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import { anyCriteria, type CriteriaDraft } from '../../_draft.ts'
import type { Preview } from '../../_queries.ts'
import classes from './live-sample.module.css'

const inWords = (count: number) =>
  count === 0 ? 'No home fits now' : count === 1 ? '1 home fits now' : `${formatCount(count, 1_000)} homes fit now`

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

/** How many homes fit at this moment, and the newest of them. The last answer stays until the next one is here. */
export function LiveSample({ criteria }: { criteria: CriteriaDraft | null }) {
  const [settled] = useDebouncedValue(criteria, 300)
  const preview = useQuery(
    useTRPC().alerts.preview.queryOptions(
      { criteria: settled ?? anyCriteria },
      { enabled: settled !== null, placeholderData: keepPreviousData },
    ),
  )
  const { data } = preview
  return (
    <div className={classes.sample} data-stale={preview.isPlaceholderData || criteria !== settled || undefined}>
      <p className={classes.count} aria-live="polite" data-figures>
        {data ? inWords(data.count) : preview.isError ? 'The homes did not load' : 'Counting homes…'}
      </p>
      {data?.count === 0 && (
        <p className={classes.none}>That is fine: they hear as soon as one comes. Fewer wishes find more.</p>
      )}
      <ul className={classes.homes} aria-label="Newest homes that fit">
        {data
          ? data.sample.map((home) => <Sample key={home.id} home={home} />)
          : [1, 2, 3, 4].map((place) => (
              <li key={place} className={classes.home}>
                <Skeleton height={76} />
                <span className={classes.words}>
                  <Skeleton height={12} width="40%" mb={8} />
                  <Skeleton height={12} width="70%" />
                </span>
              </li>
            ))}
      </ul>
    </div>
  )
}
