'use client'

import dynamic from 'next/dynamic'
import { FilterButton } from '../../../../_homes/filters/filter-button.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import type { Search } from '../../_search.ts'
import classes from './filter-bar.module.css'

export type FilterPartProps = { search: Search; onChange: (part: Partial<Search>) => void }

// The controls are heavier than the list: they are fetched when a button is opened.
const loading = () => <Bone height={96} />
const PricePart = dynamic(() => import('./price-part.tsx').then((part) => part.PricePart), { loading })
const RoomsPart = dynamic(() => import('./rooms-part.tsx').then((part) => part.RoomsPart), { loading })
const TypePart = dynamic(() => import('./type-part.tsx').then((part) => part.TypePart), { loading })
const MorePart = dynamic(() => import('./more-part.tsx').then((part) => part.MorePart), { loading })

const buttons = [
  {
    label: 'Price',
    Part: PricePart,
    on: (now: Search) => now.listPriceMin !== undefined || now.listPriceMax !== undefined,
  },
  { label: 'Beds & baths', Part: RoomsPart, on: (now: Search) => Boolean(now.bedroomsMin || now.bathroomsMin) },
  { label: 'Type', Part: TypePart, on: (now: Search) => now.propertySubTypes.length > 0 },
  {
    label: 'More',
    Part: MorePart,
    on: ({ features, statuses, livingAreaMin, livingAreaMax, lotSizeMin, yearBuiltMin }: Search) =>
      features.length + statuses.length > 0 || [livingAreaMin, livingAreaMax, lotSizeMin, yearBuiltMin].some(Boolean),
  },
]

/** The buttons that add a wish; what they add stands below as chips. */
export const FilterBar = ({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) => (
  <fieldset className={classes.bar} aria-label="Wishes">
    {buttons.map(({ label, Part, on }) => (
      <FilterButton key={label} label={label} on={on(search)}>
        <Part search={search} onChange={(part) => onSearch({ ...search, ...part })} />
      </FilterButton>
    ))}
  </fieldset>
)
