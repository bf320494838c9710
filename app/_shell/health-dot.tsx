'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../_trpc/client.tsx'
import tones from '../_ui/tone.module.css'
import classes from './health-dot.module.css'

/** A dead worker writes nothing that could be told live, so the pulse is also taken by the clock. */
const EVERY_MS = 60_000

/** Green, amber or red: whether the jobs are as they should be. */
export function HealthDot() {
  const { data } = useQuery(useTRPC().jobs.pulse.queryOptions(undefined, { refetchInterval: EVERY_MS }))
  if (!data) return null
  return (
    <span
      role="img"
      aria-label={data.words}
      title={data.words}
      className={`${classes.dot} ${tones[data.tone]}`}
      data-tone={data.tone}
    />
  )
}
