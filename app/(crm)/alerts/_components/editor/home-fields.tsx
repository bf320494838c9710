'use client'

import { SimpleGrid, Stack } from '@mantine/core'
import { PROPERTY_SUB_TYPES, PROPERTY_TYPES, SEARCH_STATUSES } from '#server/domain/alerts/criteria.words.ts'
import { PROPERTY_TYPE_WORD, STATUS_WORD, TYPE_WORD } from '../../../../_homes/home.words.ts'
import { AtLeast } from './at-least.tsx'
import { Choices } from './choices.tsx'
import { NumberRange } from './number-range.tsx'
import type { AlertDraft } from './use-alert-draft.ts'

const TYPES = PROPERTY_SUB_TYPES.map((value) => ({ value, label: TYPE_WORD[value] }))
const USES = PROPERTY_TYPES.map((value) => ({ value, label: PROPERTY_TYPE_WORD[value] }))
const STATUSES = SEARCH_STATUSES.map((value) => ({ value, label: STATUS_WORD[value] }))

type Props = Pick<AlertDraft, 'ask' | 'problems'> & { criteria: AlertDraft['draft']['criteria'] }

/** What the home has to be: rooms, kind, age, status. */
export const HomeFields = ({ criteria, problems, ask }: Props) => (
  <Stack>
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <AtLeast
        label="Bedrooms"
        options={[1, 2, 3, 4, 5]}
        value={criteria.bedroomsMin}
        onChange={(bedroomsMin) => ask({ bedroomsMin })}
      />
      <AtLeast
        label="Bathrooms"
        options={[1, 1.5, 2, 2.5, 3]}
        value={criteria.bathroomsMin}
        onChange={(bathroomsMin) => ask({ bathroomsMin })}
      />
    </SimpleGrid>
    <NumberRange
      label="Built"
      step={1}
      isYear
      min={criteria.yearBuiltMin}
      max={criteria.yearBuiltMax}
      minProblem={problems.yearBuiltMin}
      maxProblem={problems.yearBuiltMax}
      onChange={({ min, max }) => ask({ yearBuiltMin: min, yearBuiltMax: max })}
    />
    <Choices
      label="Kind of home (none picked: any)"
      options={TYPES}
      value={criteria.propertySubTypes}
      onChange={(propertySubTypes) => ask({ propertySubTypes })}
    />
    <Choices
      label="What for (none picked: anything)"
      options={USES}
      value={criteria.propertyTypes}
      onChange={(propertyTypes) => ask({ propertyTypes })}
    />
    <Choices
      label="Status"
      options={STATUSES}
      value={criteria.statuses}
      problem={problems.statuses}
      onChange={(statuses) => ask({ statuses })}
    />
  </Stack>
)
