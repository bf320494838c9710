'use client'

import { MultiSelect, Stack, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { STATUS_WORD, TYPE_WORD } from '../../../_homes/home.words.ts'
import type { Filters } from '../_filters.ts'
import { AtLeastFilter } from './at-least-filter.tsx'
import { ChoiceFilter } from './choice-filter.tsx'
import classes from './filter-bar.module.css'
import { FilterButton } from './filter-button.tsx'
import { PriceFilter } from './price-filter.tsx'
import { RangeFilter } from './range-filter.tsx'

type Props = {
  filters: Filters
  towns: { value: string; label: string }[]
  onChange: (next: Filters, step?: 'push' | 'replace') => void
}

const TYPES = Object.keys(TYPE_WORD).filter((key): key is keyof typeof TYPE_WORD => key in TYPE_WORD)
const STATUSES = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending', 'Closed'] as const

/** The controls that add a filter; what they add stands below as chips. */
export function FilterBar({ filters, towns, onChange }: Props) {
  const set = (part: Partial<Filters>) => onChange({ ...filters, ...part })
  const search = useDebouncedCallback((q: string) => onChange({ ...filters, q: q.trim() || undefined }, 'replace'), 250)
  return (
    <search className={classes.bar}>
      <TextInput
        key={filters.q ? 'asked' : 'empty'}
        className={classes.search}
        aria-label="Street or MLS number"
        placeholder="Street or MLS number"
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={filters.q ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <FilterButton label="Where" on={filters.citySlugs.length + filters.postalCodes.length > 0}>
        <Stack>
          <MultiSelect
            label="Towns"
            data={towns}
            value={filters.citySlugs}
            onChange={(citySlugs) => set({ citySlugs })}
            searchable
            comboboxProps={{ withinPortal: false }}
            placeholder={filters.citySlugs.length === 0 ? 'Any town' : ''}
          />
          <TagsInput
            label="Zip codes"
            value={filters.postalCodes}
            onChange={(zips) => set({ postalCodes: zips.filter((zip) => /^\d{5}$/.test(zip)) })}
            placeholder="29464, then Enter"
            inputMode="numeric"
          />
        </Stack>
      </FilterButton>
      <FilterButton label="Price" on={filters.listPriceMin !== undefined || filters.listPriceMax !== undefined}>
        <PriceFilter filters={filters} onChange={(listPriceMin, listPriceMax) => set({ listPriceMin, listPriceMax })} />
      </FilterButton>
      <FilterButton label="Beds & baths" on={Boolean(filters.bedroomsMin || filters.bathroomsMin)}>
        <Stack>
          <AtLeastFilter
            label="Bedrooms"
            options={[1, 2, 3, 4, 5]}
            value={filters.bedroomsMin}
            onChange={(bedroomsMin) => set({ bedroomsMin })}
          />
          <AtLeastFilter
            label="Bathrooms"
            options={[1, 1.5, 2, 2.5, 3]}
            value={filters.bathroomsMin}
            onChange={(bathroomsMin) => set({ bathroomsMin })}
          />
        </Stack>
      </FilterButton>
      <FilterButton label="Kind" on={filters.propertySubTypes.length > 0}>
        <ChoiceFilter
          label="Kind of home"
          words={TYPE_WORD}
          options={TYPES}
          value={filters.propertySubTypes}
          onChange={(propertySubTypes) => set({ propertySubTypes })}
        />
      </FilterButton>
      <FilterButton
        label="More"
        on={filters.statuses.length > 0 || filters.livingAreaMin !== undefined || filters.livingAreaMax !== undefined}
      >
        <Stack>
          <RangeFilter
            label="Area"
            suffix=" sq ft"
            step={100}
            min={filters.livingAreaMin}
            max={filters.livingAreaMax}
            onChange={(livingAreaMin, livingAreaMax) => set({ livingAreaMin, livingAreaMax })}
          />
          <ChoiceFilter
            label="Status"
            words={STATUS_WORD}
            options={STATUSES}
            value={filters.statuses}
            onChange={(statuses) => set({ statuses })}
          />
        </Stack>
      </FilterButton>
    </search>
  )
}
