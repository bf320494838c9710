'use client'

import { TYPE_WORD } from '../../../_homes/home.words.ts'
import { ChoiceFilter } from './choice-filter.tsx'
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
