'use client'

import { useSecond } from '../../../_ui/use-second.ts'
import classes from './time-bar.module.css'

/** From when to when an offer is held out, as a bar that runs out. The words beside it say the same. */
export function TimeBar({ from, until }: { from: Date; until: Date }) {
  const whole = Math.max(1, until.getTime() - from.getTime())
  const left = Math.min(1, Math.max(0, (until.getTime() - useSecond()) / whole))
  return (
    <span className={classes.bar} aria-hidden>
      <span
        className={classes.left}
        data-low={left < 0.2 || undefined}
        style={{ width: `${(left * 100).toFixed(1)}%` }}
        suppressHydrationWarning
      />
    </span>
  )
}
