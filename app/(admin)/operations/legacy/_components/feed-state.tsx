'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatDuration } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import tones from '../../../../_ui/tone.module.css'
import type { Tone } from '../../../../_ui/tone.ts'
import { type Feed, feed } from '../_queries.ts'
import classes from './feed-state.module.css'

function lookOf({ ageMs, isHeldBack }: Feed): { tone: Tone; label: string; words: string } {
  const age = formatDuration(Math.round(ageMs / 1000) * 1000)
  if (isHeldBack) {
    return {
      ...{ tone: 'bad', label: 'Held back' },
      words: `A change to a listing has been waiting for ${age}, and alert runs can't see it. Either a write to the database hangs, or neither the sync nor the alerts run. Nothing is lost: it is told as soon as they see it.`,
    }
  }
  if (ageMs < 1_000)
    return { tone: 'good', label: 'Nothing waits', words: 'Alert runs see every change that came over.' }
  return { tone: 'good', label: 'On time', words: `The oldest change that alert runs can't see yet is ${age} old.` }
}

/** Whether what came over is where the alert runs read it: a bar that grows towards its limit, and red beyond it. */
export function FeedState() {
  const { data } = useSuspenseQuery(feed(useTRPC()))
  const { tone, label, words } = lookOf(data)
  const limit = formatDuration(data.limitMs)
  return (
    <Section title="From the sync to the alerts" actions={<StatusBadge tone={tone}>{label}</StatusBadge>}>
      <div className={classes.feed}>
        <p>{words}</p>
        <div className={`${classes.scale} ${tones[tone]}`}>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${Math.min(100, (100 * data.ageMs) / data.limitMs)}%` }} />
          </span>
          <span className={classes.limit}>red above {limit.replace(' 0s', '')}</span>
        </div>
      </div>
    </Section>
  )
}
