'use client'

import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './filter-chips.module.css'

export type FilterChip = {
  key: string
  /** As one would say it: "Beds 3+", "under $600k". */
  label: string
  onRemove: () => void
}

type Props = {
  chips: FilterChip[]
  /** Removes all of them; offered from two chips on. */
  onClear?: () => void
  /** Names the list for screen readers. */
  label?: string
  /** Controls that add a filter. */
  children?: ReactNode
}

/** Filters one can read aloud, each removable. */
export function FilterChips({ chips, onClear, label = 'Filters', children }: Props) {
  return (
    <div className={classes.bar}>
      {children}
      {chips.length > 0 && (
        <ul className={classes.chips} aria-label={label}>
          {chips.map((chip) => (
            <li key={chip.key} className={classes.chip}>
              <span>{chip.label}</span>
              <button type="button" onClick={chip.onRemove} aria-label={`Remove ${chip.label}`}>
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {onClear && chips.length > 1 && (
        <button type="button" className={classes.clear} onClick={onClear}>
          Clear all
        </button>
      )}
    </div>
  )
}
