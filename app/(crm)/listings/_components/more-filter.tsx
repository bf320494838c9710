'use client'

import { Stack } from '@mantine/core'
import { ChoiceFilter } from '../../../_homes/filters/choice-filter.tsx'
import { RangeFilter } from '../../../_homes/filters/range-filter.tsx'
import { STATUS_WORD } from '../../../_homes/home.words.ts'
import type { FilterPartProps } from './filter-bar.tsx'

const STATUSES = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending', 'Closed'] as const

/** What is asked for less often: area and status. */
export const MoreFilter = ({ filters, onChange }: FilterPartProps) => (
  <Stack>
    <RangeFilter
      label="Area"
      suffix=" sq ft"
      step={100}
      min={filters.livingAreaMin}
      max={filters.livingAreaMax}
      onChange={(livingAreaMin, livingAreaMax) => onChange({ livingAreaMin, livingAreaMax })}
    />
    <ChoiceFilter
      label="Status"
      words={STATUS_WORD}
      options={STATUSES}
      value={filters.statuses}
      onChange={(statuses) => onChange({ statuses })}
    />
  </Stack>
)
