'use client'

import { Center, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { IconLayoutColumns, IconLayoutGrid, IconMap } from '@tabler/icons-react'
import type { View } from './use-view.ts'

const views = [
  { value: 'split', label: 'List and map', icon: IconLayoutColumns },
  { value: 'list', label: 'List only', icon: IconLayoutGrid },
  { value: 'map', label: 'Map only', icon: IconMap },
] as const

/** List, map or both. */
export const ViewToggle = ({ view, onChange }: { view: View; onChange: (view: string) => void }) => (
  <SegmentedControl
    aria-label="View"
    value={view}
    onChange={onChange}
    data={views.map(({ value, label, icon: Icon }) => ({
      value,
      label: (
        <Center component="span" h={20}>
          <Icon size={18} stroke={1.6} aria-hidden />
          <VisuallyHidden>{label}</VisuallyHidden>
        </Center>
      ),
    }))}
  />
)
