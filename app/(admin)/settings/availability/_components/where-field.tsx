'use client'

import { MultiSelect, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { townName } from '#server/domain/listings/town.words.ts'
import type { Ring } from '../../../../_map/drawing/rings.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { AreaField } from '../../../../(crm)/alerts/_components/editor/area-field.tsx'
import classes from './availability.module.css'

export type Where = { citySlugs: string[]; postalCodes: string[]; areas: Ring[] }
type Props = Where & {
  isOwn: boolean

  mapStyleUrl: string | undefined
  problem: string | undefined
  onChange: (over: Partial<Where>) => void
}

/** The towns and zips that somebody covers, and areas drawn on the map: one of them is enough for a lead. */
export function WhereField({ isOwn, citySlugs, postalCodes, areas, mapStyleUrl, problem, onChange }: Props) {
  const { data: towns = [] } = useQuery(useTRPC().listings.towns.queryOptions(undefined, { staleTime: 600_000 }))
  const names = new Map(citySlugs.map((slug) => [slug, townName(slug)]))
  for (const { citySlug, city } of towns) names.set(citySlug, city)
  return (
    <>
      <div className={classes.pair}>
        <MultiSelect
          label={isOwn ? 'Towns you cover' : 'Towns'}
          searchable
          hidePickedOptions
          placeholder={citySlugs.length === 0 ? 'Any town' : ''}
          data={[...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))}
          value={citySlugs}
          onChange={(slugs) => onChange({ citySlugs: slugs })}
          maxDropdownHeight={280}
        />
        <TagsInput
          label={isOwn ? 'Zip codes you cover' : 'Zip codes'}
          inputMode="numeric"
          placeholder={postalCodes.length === 0 ? '29464, then Enter' : ''}
          acceptValueOnBlur
          splitChars={[',', ' ', ';']}
          value={postalCodes}
          onChange={(zips) => onChange({ postalCodes: zips.filter((zip) => /^\d{5}$/.test(zip)) })}
        />
      </div>
      <AreaField
        rings={areas}
        around={undefined}
        problem={problem}
        mapStyleUrl={mapStyleUrl}
        onChange={(rings) => onChange({ areas: rings })}
      />
    </>
  )
}
