'use client'

import { useState } from 'react'
import { type Corner, LEAST_CORNERS, MOST_CORNERS, type Ring, withCorner, withoutCorner } from './rings.ts'

type Doing = { what: 'nothing' } | { what: 'drawing'; corners: Ring } | { what: 'changing'; ring: number }

/** What is being drawn. Nothing of it is asked for before it is closed. */
export function useDrawing(rings: readonly Ring[], onChange: (rings: Ring[]) => void) {
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' })
  const stop = () => setDoing({ what: 'nothing' })
  const corners = doing.what === 'drawing' ? doing.corners : doing.what === 'changing' ? (rings[doing.ring] ?? []) : []

  const change = (next: Ring) => {
    if (doing.what === 'drawing') setDoing({ what: 'drawing', corners: next })
    if (doing.what === 'changing') onChange(rings.map((ring, index) => (index === doing.ring ? next : ring)))
  }
  return {
    isDrawing: doing.what === 'drawing',
    /** The finished area whose corners are being moved. */
    changing: doing.what === 'changing' ? doing.ring : null,
    corners,
    canFinish: doing.what === 'drawing' && corners.length >= LEAST_CORNERS,
    canDrop: doing.what === 'drawing' || corners.length > LEAST_CORNERS,
    start: () => setDoing({ what: 'drawing', corners: [] }),
    changeCorners: (ring: number) => setDoing({ what: 'changing', ring }),
    stop,
    add: (corner: Corner) => {
      if (doing.what === 'drawing' && corners.length < MOST_CORNERS) change([...corners, corner])
    },
    move: (at: number, corner: Corner) => change(withCorner(corners, at, corner)),
    drop: (at: number) => {
      if (doing.what === 'drawing' || corners.length > LEAST_CORNERS) change(withoutCorner(corners, at))
    },
    finish: () => {
      if (doing.what !== 'drawing' || corners.length < LEAST_CORNERS) return
      onChange([...rings, corners])
      setDoing({ what: 'changing', ring: rings.length })
    },
    remove: (ring: number) => {
      stop()
      onChange(rings.filter((_, index) => index !== ring))
    },
  }
}
export type Drawing = ReturnType<typeof useDrawing>
