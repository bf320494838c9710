'use client'

import { Stack } from '@mantine/core'
import { AtLeastFilter } from '../../../../_homes/filters/at-least-filter.tsx'
import type { FilterPartProps } from './filter-bar.tsx'

/** Bedrooms and bathrooms, each in one tap. */
export const RoomsPart = ({ search, onChange }: FilterPartProps) => (
  <Stack>
    <AtLeastFilter
      label="Bedrooms"
      options={[1, 2, 3, 4, 5]}
      value={search.bedroomsMin}
      onChange={(bedroomsMin) => onChange({ bedroomsMin })}
    />
    <AtLeastFilter
      label="Bathrooms"
      options={[1, 1.5, 2, 2.5, 3]}
      value={search.bathroomsMin}
      onChange={(bathroomsMin) => onChange({ bathroomsMin })}
    />
  </Stack>
)
