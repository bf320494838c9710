'use client'

import classes from './countdown.module.css'
import { formatTimeLeft, timeLeftInWords } from './time-left.ts'
import unseen from './unseen.module.css'
import { useSecond } from './use-second.ts'

/** How long until something is over. The eyes get seconds; screen readers get words, when they ask for them. */
export function Countdown({ until }: { until: Date }) {
  const left = until.getTime() - useSecond()
  return (
    <span role="timer" className={classes.timer}>
      <span aria-hidden suppressHydrationWarning>
        {formatTimeLeft(left)}
      </span>
      <span className={unseen.unseen} suppressHydrationWarning>
        {timeLeftInWords(left)}
      </span>
    </span>
  )
}
