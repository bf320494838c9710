'use client'

import { useSpotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'
import { paletteStore } from './palette-store.ts'

/**
 * The id of the chosen line. The kit marks it with an attribute of its own alone: whoever listens, and stays in the
 * field, has to be told which it is. `shown` changes with the lines.
 */
export function useActiveLine(shown: string) {
  const { selected, listId } = useSpotlight(paletteStore)
  const [activeId, setActiveId] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines have other ids
  useEffect(() => {
    const lines = document.getElementById(listId)?.querySelectorAll('[data-action]') ?? []
    for (const [index, line] of lines.entries()) {
      // The kit passes no id on.
      line.id = `${listId}-${index}`
      line.setAttribute('aria-selected', String(index === selected))
    }
    setActiveId(lines[selected]?.id)
  }, [selected, listId, shown])
  return { listId, activeId }
}
