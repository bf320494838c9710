'use client'

import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { townName } from '#server/domain/listings/town.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import classes from './place-fields.module.css'

type Props = { slugs: string[]; problem: string | undefined; onChange: (slugs: string[]) => void }

/** Neighborhoods by name; two of one name in different towns are one, as agents say it. */
export function SubdivisionField({ slugs, problem, onChange }: Props) {
  const found = useQuery(useTRPC().listings.subdivisions.queryOptions(undefined, { staleTime: 600_000 }))
  const names = new Map(slugs.map((slug) => [slug, townName(slug)]))
  for (const { subdivisionSlug, subdivisionName } of found.data ?? []) names.set(subdivisionSlug, subdivisionName)
  const known = new Map(found.data?.map((one) => [one.subdivisionSlug, one]))
  return (
    <MultiSelect
      label="Neighborhoods"
      searchable
      clearable
      hidePickedOptions
      limit={100}
      placeholder={slugs.length === 0 ? 'Any neighborhood' : ''}
      data={[...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>
            {option.label}
            <span className={classes.soft}> {known.get(option.value)?.city}</span>
          </span>
          <span className={classes.soft} data-figures>
            {known.get(option.value)?.count}
          </span>
        </span>
      )}
      value={slugs}
      error={problem}
      onChange={onChange}
      nothingFoundMessage="We have no homes in a neighborhood of that name."
      maxDropdownHeight={280}
    />
  )
}
