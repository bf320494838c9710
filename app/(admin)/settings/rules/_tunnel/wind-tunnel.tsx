'use client'

import { IconPlayerStop, IconWind } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { TUNNEL_DAYS } from '#server/domain/leads/wind-tunnel/tunnel.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Note } from '../../../../_ui/note.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { showProblem } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import { latestRun, type TunnelRun } from '../_queries.ts'
import classes from './tunnel.module.css'

// The pictures of a trial come with the first trial.
const TunnelFindings = dynamic(() => import('./tunnel-findings.tsx').then((part) => part.TunnelFindings))

function useTunnel() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = {
    meta: { quiet: true },
    onError: ({ message }: { message: string }) => showProblem(message),
    onSettled: () => void queryClient.invalidateQueries(trpc.windTunnel.pathFilter()),
  }
  return {
    ask: useMutation(trpc.windTunnel.ask.mutationOptions(options)),
    stop: useMutation(trpc.windTunnel.stop.mutationOptions(options)),
  }
}

function Progress({ run, onStop }: { run: TunnelRun; onStop: () => void }) {
  const { leadsReplayed, leadsTotal } = run
  const total = leadsTotal ?? 0
  return (
    <div className={classes.progress}>
      <p className={classes.soft} role="status">
        {run.state === 'asked'
          ? 'It begins within a moment.'
          : `${formatCount(leadsReplayed)} of ${formatCount(total)} leads are through.`}
      </p>
      <progress
        className={classes.meter}
        aria-label="How far the trial is"
        max={Math.max(1, total)}
        value={leadsReplayed}
      />
      <Action icon={IconPlayerStop} onClick={onStop}>
        Stop it
      </Action>
    </div>
  )
}

/** The draft, tried on the leads of the last months: asked for here, and what came of it. */
export function WindTunnel() {
  const { data: run } = useSuspenseQuery(latestRun(useTRPC()))
  const { ask, stop } = useTunnel()
  const isRunning = run?.state === 'asked' || run?.state === 'running'
  const button = (
    <Action primary={run === null} icon={IconWind} disabled={isRunning || ask.isPending} onClick={() => ask.mutate()}>
      {run === null ? 'Try the draft' : 'Try it again'}
    </Action>
  )
  return (
    <Section
      title="Wind tunnel"
      aside={
        run?.state === 'done' ? (
          <>
            Tried <When at={run.finishedAt} /> by {run.askedBy.fullName}
          </>
        ) : (
          `The leads of the last ${TUNNEL_DAYS} days, by the rules of the draft`
        )
      }
      {...(run && !isRunning ? { actions: button } : {})}
    >
      {run === null && (
        <EmptyState icon={IconWind} title="This draft was not tried as it stands" action={button}>
          Each lead of the last {TUNNEL_DAYS} days goes by the draft once more, on paper: who would have had it, with
          which load, how fast, and which area it would serve worse. Nobody is told, and nothing changes. A draft can be
          published once it was tried.
        </EmptyState>
      )}
      {run && isRunning && <Progress run={run} onStop={() => stop.mutate({ runId: run.id })} />}
      {run?.state === 'failed' && (
        <Note tone="bad" title="The trial did not come to its end">
          {run.trouble} Nothing was changed. Try it again.
        </Note>
      )}
      {run?.result && <TunnelFindings run={run} result={run.result} />}
    </Section>
  )
}
