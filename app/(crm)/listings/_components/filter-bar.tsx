'use client'

import dynamic from 'next/dynamic'
import { FilterButton } from '../../../_homes/filters/filter-button.tsx'
import { Bone } from '../../../_ui/bone.tsx'
import type { Filters } from '../_filters.ts'
import classes from './filter-bar.module.css'
import { SearchBox } from './search-box.tsx'

export type FilterPartProps = { filters: Filters; onChange: (part: Partial<Filters>) => void }

type Props = {
  filters: Filters
  onChange: (next: Filters, step?: 'push' | 'replace') => void
}

// The controls are heavier than the list: they are fetched when a button is opened.
const loading = () => <Bone height={96} />
const WhereFilter = dynamic(() => import('./where-filter.tsx').then((part) => part.WhereFilter), { loading })
const PriceFilter = dynamic(() => import('./price-filter.tsx').then((part) => part.PriceFilter), { loading })
const RoomsFilter = dynamic(() => import('./rooms-filter.tsx').then((part) => part.RoomsFilter), { loading })
const KindFilter = dynamic(() => import('./kind-filter.tsx').then((part) => part.KindFilter), { loading })
const MoreFilter = dynamic(() => import('./more-filter.tsx').then((part) => part.MoreFilter), { loading })

const buttons = [
  { label: 'Where', Part: WhereFilter, on: (now: Filters) => now.citySlugs.length + now.postalCodes.length > 0 },
  {
    label: 'Price',
    Part: PriceFilter,
    on: (now: Filters) => now.listPriceMin !== undefined || now.listPriceMax !== undefined,
  },
  { label: 'Beds & baths', Part: RoomsFilter, on: (now: Filters) => Boolean(now.bedroomsMin || now.bathroomsMin) },
  { label: 'Kind', Part: KindFilter, on: (now: Filters) => now.propertySubTypes.length > 0 },
  {
    label: 'More',
    Part: MoreFilter,
    on: (now: Filters) => now.statuses.length > 0 || now.livingAreaMin !== undefined || now.livingAreaMax !== undefined,
  },
]

/** The controls that add a filter; what they add stands below as chips. */
export function FilterBar({ filters, onChange }: Props) {
  return (
    <search className={classes.bar}>
      <SearchBox q={filters.q} onChange={(q) => onChange({ ...filters, q }, 'replace')} />
      {buttons.map(({ label, Part, on }) => (
        <FilterButton key={label} label={label} on={on(filters)}>
          <Part filters={filters} onChange={(part) => onChange({ ...filters, ...part })} />
        </FilterButton>
      ))}
    </search>
  )
}
