'use client'

import { ChoiceFilter } from '../../../_homes/filters/choice-filter.tsx'
import { TYPE_WORD } from '../../../_homes/home.words.ts'
import type { FilterPartProps } from './filter-bar.tsx'

const TYPES = Object.keys(TYPE_WORD).filter((key): key is keyof typeof TYPE_WORD => key in TYPE_WORD)

/** Kinds of homes. */
export const KindFilter = ({ filters, onChange }: FilterPartProps) => (
  <ChoiceFilter
    label="Kind of home"
    words={TYPE_WORD}
    options={TYPES}
    value={filters.propertySubTypes}
    onChange={(propertySubTypes) => onChange({ propertySubTypes })}
  />
)
