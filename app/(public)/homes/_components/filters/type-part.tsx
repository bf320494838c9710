'use client'

import { ChoiceFilter } from '../../../../_homes/filters/choice-filter.tsx'
import { TYPE_WORD } from '../../../../_homes/home.words.ts'
import type { FilterPartProps } from './filter-bar.tsx'

const TYPES = Object.keys(TYPE_WORD).filter((key): key is keyof typeof TYPE_WORD => key in TYPE_WORD)

/** Kinds of homes. */
export const TypePart = ({ search, onChange }: FilterPartProps) => (
  <ChoiceFilter
    label="Type of home"
    words={TYPE_WORD}
    options={TYPES}
    value={search.propertySubTypes}
    onChange={(propertySubTypes) => onChange({ propertySubTypes })}
  />
)
