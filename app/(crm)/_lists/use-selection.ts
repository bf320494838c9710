'use client'

import { useCallback, useState } from 'react'
import { NOTHING, type Selection, toggleLoaded, toggleRow } from './selection.ts'

export type Picking = {
  selection: Selection
  toggle: (id: string, range: boolean) => void
  toggleAll: () => void
  pickEverything: () => void
  clear: () => void
}

/** What is picked in a list. Other filters are another list: nothing stays picked that one no longer sees. */
export function useSelection(rows: readonly string[], filterKey: string): Picking {
  const [{ key, selection }, setState] = useState({ key: filterKey, selection: NOTHING })
  const current = key === filterKey ? selection : NOTHING
  const change = (next: Selection) => setState({ key: filterKey, selection: next })
  return {
    selection: current,
    toggle: (id, range) => change(toggleRow(current, { id, rows, range })),
    toggleAll: () => change(toggleLoaded(current, rows)),
    pickEverything: () => change({ ...current, everything: true }),
    clear: useCallback(() => setState({ key: filterKey, selection: NOTHING }), [filterKey]),
  }
}
