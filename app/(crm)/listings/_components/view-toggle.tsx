'use client'

import { IconLayoutColumns, IconLayoutGrid, IconMap } from '@tabler/icons-react'
import type { View } from './use-view.ts'
import classes from './view-toggle.module.css'

const views = [
  { value: 'split', label: 'List and map', icon: IconLayoutColumns },
  { value: 'list', label: 'List only', icon: IconLayoutGrid },
  { value: 'map', label: 'Map only', icon: IconMap },
] as const

/** List, map or both. */
export const ViewToggle = ({ view, onChange }: { view: View; onChange: (view: View) => void }) => (
  <fieldset className={classes.toggle} aria-label="View">
    {views.map(({ value, label, icon: Icon }) => (
      <button
        key={value}
        type="button"
        title={label}
        aria-label={label}
        aria-pressed={view === value}
        onClick={() => onChange(value)}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </button>
    ))}
  </fieldset>
)
