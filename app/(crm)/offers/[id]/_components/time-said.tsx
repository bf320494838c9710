'use client'

import unseen from '../../../../_ui/unseen.module.css'
import { useSecond } from '../../../../_ui/use-second.ts'

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
    <p role="status" className={unseen.unseen} suppressHydrationWarning>
      {words}
    </p>
  )
}
