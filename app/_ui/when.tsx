'use client'

import { useEffect, useState } from 'react'
import { formatRelative } from './relative-time.ts'
import { useNow } from './use-now.ts'

type Props = {
  at: Date | string | null | undefined
  /** `relative` "4 minutes ago", `short` "4m", `exact` "Nov 21, 3:15 PM", `clock` "3:15 PM". */
  format?: 'relative' | 'short' | 'exact' | 'clock'
  /** Shown when there is no time yet. */
  never?: string
}

const exactIn = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) })

const clockIn = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...(timeZone ? { timeZone } : {}) })

/** A time: relative, exact on hover, in the zone of whoever reads. */
export function When({ at, format = 'relative', never = 'Never' }: Props) {
  const now = useNow()
  // The server doesn't know the reader's zone: it writes the coast's, and the browser takes over.
  const [zone, setZone] = useState<string | undefined>('America/New_York')
  useEffect(() => setZone(undefined), [])

  if (!at) return <span>{never}</span>
  const date = typeof at === 'string' ? new Date(at) : at
  const exact = exactIn(zone).format(date)
  return (
    <time dateTime={date.toISOString()} title={exact} suppressHydrationWarning>
      {format === 'exact' ? exact : format === 'clock' ? clockIn(zone).format(date) : formatRelative(date, now, format)}
    </time>
  )
}
