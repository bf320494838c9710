'use client'

import { IconHomeSearch } from '@tabler/icons-react'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import type { Filters } from '../_filters.ts'
import type { Chip } from '../_filters.words.ts'

type Props = {
  chips: readonly Chip[]
  onRelax: (without: Filters) => void
}

/** Says why nothing is shown and which filter to let go. */
export function NoHomes({ chips, onRelax }: Props) {
  const last = chips.at(-1)
  if (!last) {
    return (
      <EmptyState icon={IconHomeSearch} title="No homes yet">
        Homes appear here as soon as the sync has brought them over.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconHomeSearch}
      title="No home has all of this"
      action={chips.toReversed().map(({ key, label, without }) => (
        <Action key={key} primary={key === last.key} onClick={() => onRelax(without)}>
          Without {label}
        </Action>
      ))}
    >
      Let one of these go and look again.
    </EmptyState>
  )
}
