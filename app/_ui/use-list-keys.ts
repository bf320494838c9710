'use client'

import { useKeySequences } from './use-key-sequences.ts'

const items = () => [...document.querySelectorAll<HTMLElement>('[data-list-item]')]

const move = (by: number) => {
  const all = items()
  // Also from a checkbox or a button of the row that the item stands in.
  const at = all.findIndex((item) => (item.closest('[data-row]') ?? item).contains(document.activeElement))
  const next = all[Math.min(all.length - 1, Math.max(0, at === -1 ? 0 : at + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** j and k move the focus through elements marked `data-list-item`; being links, Enter opens them. */
export const useListKeys = () => useKeySequences({ j: () => move(1), k: () => move(-1) })
