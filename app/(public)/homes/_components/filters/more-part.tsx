'use client'

import { NumberInput, Stack } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { FEATURES } from '#server/domain/listings/features.words.ts'
import { PUBLIC_STATUSES } from '#server/domain/listings/public/public.words.ts'
import { ChoiceFilter } from '../../../../_homes/filters/choice-filter.tsx'
import { RangeFilter } from '../../../../_homes/filters/range-filter.tsx'
import { FEATURE_WORD, STATUS_WORD } from '../../../../_homes/home.words.ts'
import type { FilterPartProps } from './filter-bar.tsx'
import classes from './more-part.module.css'

type LeastProps = {
  label: string
  placeholder: string
  value: number | undefined
  step: number
  plain?: boolean
  onChange: (value: number | undefined) => void
}

/** A figure that is applied a moment after the last key. */
function Least({ label, placeholder, value, step, plain = false, onChange }: LeastProps) {
  const [typed, setTyped] = useState(value)
  const apply = useDebouncedCallback(onChange, 350)
  return (
    <NumberInput
      {...{ label, placeholder, step, min: 0, max: 100_000_000, allowDecimal: false, hideControls: true }}
      thousandSeparator={plain ? '' : ','}
      value={typed ?? ''}
      onChange={(next) => {
        const figure = typeof next === 'number' ? next : undefined
        setTyped(figure)
        apply(figure)
      }}
    />
  )
}

/** What is asked for less often. */
export const MorePart = ({ search, onChange }: FilterPartProps) => (
  <Stack className={classes.more ?? ''} tabIndex={-1}>
    <RangeFilter
      label="Area"
      suffix=" sq ft"
      step={100}
      min={search.livingAreaMin}
      max={search.livingAreaMax}
      onChange={(livingAreaMin, livingAreaMax) => onChange({ livingAreaMin, livingAreaMax })}
    />
    <Least
      label="Lot at least, in sq ft"
      placeholder="Any"
      step={1_000}
      value={search.lotSizeMin}
      onChange={(lotSizeMin) => onChange({ lotSizeMin })}
    />
    <Least
      plain
      label="Built in or after"
      placeholder="Any year"
      step={1}
      value={search.yearBuiltMin}
      onChange={(yearBuiltMin) => onChange({ yearBuiltMin })}
    />
    <ChoiceFilter
      label="Status"
      words={STATUS_WORD}
      options={PUBLIC_STATUSES}
      value={search.statuses}
      onChange={(statuses) => onChange({ statuses })}
    />
    <ChoiceFilter
      label="It has"
      words={FEATURE_WORD}
      options={FEATURES}
      value={search.features}
      onChange={(features) => onChange({ features })}
    />
  </Stack>
)
