'use client'

import { IconHandStop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { Action } from '../../../../_ui/action.tsx'
import tones from '../../../../_ui/tone.module.css'
import { type StreamState, streams as streamsQuery } from '../_queries.ts'
import { countOf } from '../_streams.words.ts'
import classes from './legacy.module.css'

type Walk = NonNullable<StreamState['walk']>

function Brake({ stream, walk }: { stream: StreamState['stream']; walk: Walk }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const release = useMutation(
    trpc.legacy.releaseBrake.mutationOptions({
      onSuccess: () => client.invalidateQueries(streamsQuery(trpc)),
    }),
  )
  const what = countOf(stream, walk.missing)
  const failure = wordsOf(release.error)
  return (
    <section className={`${classes.notice} ${tones.bad}`} aria-labelledby={`brake-${stream}`}>
      <IconHandStop size={20} aria-hidden />
      <h2 id={`brake-${stream}`}>The last walk missed {what}, so it let nothing go</h2>
      <p>
        {walk.brake} That is more than a day takes away: a read may have broken off. If the next walk finds them, this
        goes by itself. If somebody really deleted them in the old system, say so.
      </p>
      <div className={classes.answer}>
        {isAsking ? (
          <>
            <Action primary disabled={release.isPending} onClick={() => release.mutate({ sweepId: walk.id })}>
              {release.isPending ? 'Looking them up…' : `Yes, remove ${what}`}
            </Action>
            <Action onClick={() => setAsking(false)} disabled={release.isPending}>
              Keep them
            </Action>
          </>
        ) : (
          <Action onClick={() => setAsking(true)}>They are really gone…</Action>
        )}
        {failure && <span role="alert">{failure}</span>}
      </div>
    </section>
  )
}

/** Walks that missed too much to believe it. Nothing was removed; somebody has to look. */
export const Brakes = ({ streams }: { streams: readonly StreamState[] }) =>
  streams.map(({ stream, walk }) => (walk?.brake ? <Brake key={walk.id} stream={stream} walk={walk} /> : null))
