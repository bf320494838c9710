'use client'

import { MultiSelect, Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { townName } from '#server/domain/listings/town.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { listingTowns } from '../_queries.ts'
import type { FilterPartProps } from './filter-bar.tsx'

/** Towns and zip codes. */
export function WhereFilter({ filters, onChange }: FilterPartProps) {
  const { data: towns = [] } = useQuery(listingTowns(useTRPC()))
  // What is chosen has a name also before the towns are here.
  const names = new Map(filters.citySlugs.map((slug) => [slug, townName(slug)]))
  for (const { citySlug, city } of towns) names.set(citySlug, city)
  return (
    <Stack>
      <MultiSelect
        label="Towns"
        data={[...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))}
        value={filters.citySlugs}
        onChange={(citySlugs) => onChange({ citySlugs })}
        searchable
        comboboxProps={{ withinPortal: false }}
        placeholder={filters.citySlugs.length === 0 ? 'Any town' : ''}
      />
      <TagsInput
        label="Zip codes"
        value={filters.postalCodes}
        onChange={(zips) => onChange({ postalCodes: zips.filter((zip) => /^\d{5}$/.test(zip)) })}
        placeholder="29464, then Enter"
        inputMode="numeric"
      />
    </Stack>
  )
}
