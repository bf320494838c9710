'use client'

import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { LONGEST_AREAS, readAreas, writeAreas } from '#server/domain/listings/areas.words.ts'
import type { Ring } from '../../../../_map/drawing/rings.ts'
import { useDrawing } from '../../../../_map/drawing/use-drawing.ts'
import { nowhere, type Search } from '../../_search.ts'

/** A corner that is dragged changes the area with each pixel: the search waits until the hand rests. */
const SETTLE_MS = 350

/** The drawn areas of a search: on the map at once, in the address when the hand rests. They take the place of towns. */
export function useAreas(search: Search, onSearch: (next: Search) => void) {
  const [drawn, setDrawn] = useState({ areas: search.areas, rings: readAreas(search.areas) ?? [] })
  // Back, or a chip's cross: the address says what is drawn.
  const [known, setKnown] = useState(search.areas)
  if (search.areas !== known) {
    setKnown(search.areas)
    if (search.areas !== drawn.areas) setDrawn({ areas: search.areas, rings: readAreas(search.areas) ?? [] })
  }
  const tell = useDebouncedCallback((areas: string) => onSearch({ ...search, ...nowhere, areas }), SETTLE_MS)
  const change = (rings: Ring[]) => {
    const areas = writeAreas(rings)
    if (areas.length > LONGEST_AREAS) return
    setDrawn({ areas, rings })
    tell(areas)
  }
  return { rings: drawn.rings, drawing: useDrawing(drawn.rings, change) }
}
