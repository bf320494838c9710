'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import type { Tone } from '../../../_ui/tone.ts'
import { replayOf } from '../_queries.ts'
import classes from './replay-run.module.css'

const VERDICTS = {
  same: { tone: 'good', label: 'Same' },
  different: { tone: 'bad', label: 'Different' },
  unknown: { tone: 'neutral', label: 'Not known' },
} as const satisfies Record<string, { tone: Tone; label: string }>

/** Does the run again on everything as it stood then, and says whether it comes to the same. Writes nothing. */
export function ReplayRun({ jobRunId }: { jobRunId: string }) {
  // Asked for by hand: it is real work, and nobody wants it on each visit.
  const replay = useQuery({ ...replayOf(useTRPC(), jobRunId), enabled: false, retry: false })
  const verdict = replay.data && VERDICTS[replay.data.verdict]
  return (
    <div className={classes.replay}>
      <Action disabled={replay.isFetching} onClick={() => replay.refetch()}>
        Replay this run
      </Action>
      <p className={classes.answer} role="status">
        {replay.isError ? (
          'It could not be run again. Nothing was changed; try once more.'
        ) : replay.data && verdict ? (
          <>
            <StatusBadge tone={verdict.tone}>{verdict.label}</StatusBadge> {replay.data.words}
          </>
        ) : (
          'Finds the homes and people again, as everything stood then. Nobody is mailed.'
        )}
      </p>
    </div>
  )
}
