'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../_trpc/client.tsx'
import classes from './pulse-dot.module.css'

/** The quiet dot on Operations: green, amber when an incident is open, red when the jobs are not well. */
export function PulseDot() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.jobs.pulse.queryOptions())
  if (!data) return null
  return <span className={classes.dot} data-tone={data.tone} title={data.words} role="img" aria-label={data.words} />
}
