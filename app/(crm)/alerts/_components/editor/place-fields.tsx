'use client'

import { MultiSelect, Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { townName } from '#server/domain/listings/town.words.ts'
import type { Corner } from '../../../../_map/drawing/rings.ts'
import { towns as pictured } from '../../../../_map/towns.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import type { CriteriaDraft } from '../../_draft.ts'
import { AreaField } from './area-field.tsx'
import { CircleField } from './circle-field.tsx'
import classes from './place-fields.module.css'
import { SubdivisionField } from './subdivision-field.tsx'
import type { AlertDraft } from './use-alert-draft.ts'

type Props = Pick<AlertDraft, 'ask' | 'problems'> & {
  criteria: AlertDraft['draft']['criteria']
  mapStyleUrl: string | undefined
}

/** Where whoever begins to draw wants to look: at the circle, or at the first of the towns. */
function placeOf({ citySlugs, radius }: CriteriaDraft): Corner | undefined {
  if (radius) return [radius.longitude, radius.latitude]
  return pictured.find(({ name }) => citySlugs.includes(name.toLowerCase().replaceAll(/[^a-z]+/g, '-')))?.at
}

/** Where: any of towns, neighborhoods, zip codes, a circle and drawn areas; none of them is anywhere. */
export function PlaceFields({ criteria, problems, ask, mapStyleUrl }: Props) {
  const towns = useQuery(useTRPC().listings.towns.queryOptions(undefined, { staleTime: 600_000 }))
  const names = new Map(criteria.citySlugs.map((slug) => [slug, townName(slug)]))
  for (const { citySlug, city } of towns.data ?? []) names.set(citySlug, city)
  const counts = new Map(towns.data?.map(({ citySlug, count }) => [citySlug, count]))
  return (
    <Stack>
      <MultiSelect
        label="Towns"
        searchable
        clearable
        hidePickedOptions
        placeholder={criteria.citySlugs.length === 0 ? 'Any town' : ''}
        data={[...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))}
        renderOption={({ option }) => (
          <span className={classes.option}>
            {option.label}
            <span className={classes.soft} data-figures>
              {counts.get(option.value)}
            </span>
          </span>
        )}
        value={criteria.citySlugs}
        error={problems.citySlugs}
        onChange={(citySlugs) => ask({ citySlugs })}
        nothingFoundMessage="We have no homes in a town of that name."
        maxDropdownHeight={280}
      />
      <SubdivisionField
        slugs={criteria.subdivisions}
        problem={problems.subdivisions}
        onChange={(subdivisions) => ask({ subdivisions })}
      />
      <TagsInput
        label="Zip codes"
        placeholder={criteria.postalCodes.length === 0 ? '29464, then Enter' : ''}
        inputMode="numeric"
        acceptValueOnBlur
        splitChars={[',', ' ', ';']}
        value={criteria.postalCodes}
        error={problems.postalCodes}
        onChange={(postalCodes) => ask({ postalCodes })}
      />
      <div className={classes.drawn}>
        <CircleField
          circle={criteria.radius}
          problem={problems.radius}
          mapStyleUrl={mapStyleUrl}
          onChange={(radius) => ask({ radius })}
        />
        <AreaField
          rings={criteria.polygons}
          around={placeOf(criteria)}
          problem={problems.polygons}
          mapStyleUrl={mapStyleUrl}
          onChange={(polygons) => ask({ polygons })}
        />
      </div>
    </Stack>
  )
}
