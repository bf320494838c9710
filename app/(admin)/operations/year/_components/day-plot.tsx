'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import classes from './day-plot.module.css'

type Props = {
  label: string
  /** How many days there are; the last is today. */
  count: number
  /** All that a day says. */
  wordsOf: (index: number) => string
  /** The day under a point, given as shares of the plot's width and height. */
  dayAt: (x: number, y: number) => number
  /** The point in the middle of a day, as a share of the width. */
  placeOf: (index: number) => number
  /** Days that the arrows go: a day and a week, or a day alone. */
  sideways: 1 | 7
  children: ReactNode
}

/** A plot of days in which one day speaks: the one under the pointer, or the one that the arrows have come to. One tab stop. */
export function DayPlot({ label, count, wordsOf, dayAt, placeOf, sideways, children }: Props) {
  const [active, setActive] = useState<number | null>(null)
  const last = count - 1
  const clamp = (index: number) => Math.min(last, Math.max(0, index))

  const onPointer = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    const index = dayAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
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
        {children}
      </div>
      {active !== null && (
        <div className={classes.words} aria-hidden style={{ '--at': placeOf(active) } as React.CSSProperties}>
          {wordsOf(active)}
        </div>
      )}
    </div>
  )
}
