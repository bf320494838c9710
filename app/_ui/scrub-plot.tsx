'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import classes from './scrub-plot.module.css'

type Props = {
  label: string
  /** How many figures there are; the last is the latest. */
  count: number
  /** All that one of them says. */
  wordsOf: (index: number) => string
  /** The figure at a place, given as shares of the plot's width and height. */
  indexAt: (x: number, y: number) => number
  /** The middle of a figure, as a share of the width. */
  placeOf: (index: number) => number
  /** Figures that the arrows to the left and right pass; up and down go one by one. */
  sideways?: number
  /** Draws the plot; the figure that speaks is marked. */
  children: (active: number | null) => ReactNode
}

/** A plot in which one figure speaks: the one under the pointer, or the one that the arrows have come to. One tab stop. */
export function ScrubPlot({ label, count, wordsOf, indexAt, placeOf, sideways = 1, children }: Props) {
  const [active, setActive] = useState<number | null>(null)
  const last = count - 1
  const clamp = (index: number) => Math.min(last, Math.max(0, index))

  const onPointer = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    const index = indexAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
    setActive(index >= 0 && index <= last ? index : null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = active ?? last
    const [back, on] = [from - sideways, from + sideways]
    const keys: Record<string, number> = {
      ...{ ArrowLeft: back, ArrowRight: on, ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: last },
    }
    const to = keys[event.key]
    if (event.key === 'Escape') setActive(null)
    if (to === undefined) return
    event.preventDefault()
    setActive(clamp(to))
  }

  return (
    <div className={classes.wrap}>
      <div
        role="slider"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={(active ?? last) + 1}
        aria-valuetext={wordsOf(active ?? last)}
        tabIndex={0}
        className={classes.plot}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target.matches(':focus-visible') && setActive(last)}
        onBlur={() => setActive(null)}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setActive(null)}
      >
        {children(active)}
      </div>
      {active !== null && (
        <div className={classes.words} aria-hidden style={{ '--at': placeOf(active) } as React.CSSProperties}>
          {wordsOf(active)}
        </div>
      )}
    </div>
  )
}
