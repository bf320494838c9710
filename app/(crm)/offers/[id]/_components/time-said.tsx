'use client'

import { useSecond } from '../../../../_ui/use-second.ts'
import classes from './offer-page.module.css'

const SAID = [
  { underMs: 0, words: 'The time is up. The lead goes on.' },
  { underMs: 60_000, words: 'Less than a minute left to answer.' },
  { underMs: 120_000, words: 'Less than two minutes left to answer.' },
]

/** Says aloud when the time runs short: twice, and when it is over. */
export function TimeSaid({ until }: { until: Date }) {
  const left = until.getTime() - useSecond()
  const words = SAID.find(({ underMs }) => left <= underMs)?.words ?? ''
  return (
    <p role="status" className={classes.unseen} suppressHydrationWarning>
      {words}
    </p>
  )
}
