'use client'

import { useIntersection } from '@mantine/hooks'
import { IconMap } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useCallback, useDeferredValue, useState } from 'react'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { Action } from '../../../_ui/action.tsx'
import { Bone } from '../../../_ui/bone.tsx'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { Mark } from '../../../_ui/mark.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { anySearch, type Search } from '../_search.ts'
import { chipsOf, headingOf } from '../_search.words.ts'
import { CardsSkeleton } from './cards-skeleton.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { HomeCount, HomeResults } from './home-results.tsx'
import classes from './homes-search.module.css'
import { PlaceBox } from './place-box.tsx'
import { SaveSearch } from './save/save-search.tsx'
import { useHomeOf } from './use-home-of.ts'
import { useSearch } from './use-search.ts'

// The map weighs more than all the rest: it comes after the homes.
const MapPanel = dynamic(() => import('./map/map-panel.tsx').then((part) => part.MapPanel), {
  ssr: false,
  loading: () => <Bone height="100%" />,
})

const SORTS: { value: Search['sort']; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'cheapest', label: 'Lowest price' },
  { value: 'dearest', label: 'Highest price' },
]

type Props = { firm: string; mapStyleUrl: string | undefined }

/** Where a buyer looks for a home: wishes on top, homes left and the map right; on a phone the homes slide over the map. */
export function HomesSearch({ firm, mapStyleUrl }: Props) {
  const { search, setSearch } = useSearch()
  const [activeId, setActiveId] = useState<string | null>(null)
  // The old homes stay, dimmed, until the new ones are here.
  const shown = useDeferredValue(search)
  const active = useHomeOf(activeId)
  const chips = chipsOf(search)
  // Once the homes have covered the map, one tap leads back to it.
  const { ref: grip, entry } = useIntersection({ rootMargin: '-120px 0px 0px 0px' })
  const step = useCallback((next: Search) => setSearch(next), [setSearch])

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.first}>
          <Link href="/homes" prefetch={false} className={classes.brand} aria-label={`${firm}: all homes`}>
            <Mark size={32} />
            <span>{firm}</span>
          </Link>
          <PlaceBox search={search} onSearch={step} />
        </div>
        <div className={classes.wishes}>
          <FilterBar search={search} onSearch={step} />
          <SaveSearch search={search} />
        </div>
      </header>
      <div className={classes.map}>
        <MapPanel search={search} onSearch={setSearch} active={active} onHover={setActiveId} styleUrl={mapStyleUrl} />
      </div>
      <main className={classes.sheet}>
        <span ref={grip} className={classes.grip} aria-hidden />
        <h1 className={classes.title}>{headingOf(search)}</h1>
        <div className={classes.line}>
          <p className={classes.count} aria-live="polite" data-figures>
            <QueryBoundary loading="Counting homes…" failed={null}>
              <HomeCount search={shown} />
            </QueryBoundary>
          </p>
          <PlainSelect
            label="Order"
            options={SORTS}
            value={search.sort}
            onChange={(sort) => setSearch({ ...search, sort })}
          />
        </div>
        <div className={classes.chips}>
          <FilterChips
            label="Wishes"
            chips={chips.map(({ key, label, without }) => ({ key, label, onRemove: () => setSearch(without) }))}
            onClear={() => setSearch({ ...anySearch, sort: search.sort })}
          />
        </div>
        <div className={classes.list} data-stale={shown !== search || undefined}>
          <QueryBoundary loading={<CardsSkeleton />} title="The homes did not load">
            <HomeResults search={shown} activeId={activeId} onHover={setActiveId} onSearch={step} />
          </QueryBoundary>
        </div>
        <p className={classes.law}>
          Homes are shown with the permission of their owners, each with the firm that lists it. Details come from the
          MLS and are not guaranteed. Where an owner keeps the address private, the home is in the list and not on the
          map.
        </p>
      </main>
      <Action
        primary
        pill
        className={classes.toMap}
        data-away={(entry && !entry.isIntersecting) || undefined}
        icon={IconMap}
        onClick={() => window.scrollTo({ top: 0, behavior: 'smooth' })}
      >
        Map
      </Action>
    </div>
  )
}
