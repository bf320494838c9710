'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { latenessInWords, triggerInWords } from '#server/domain/jobs/jobs.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action, ActionAnchor } from '../../../_ui/action.tsx'
import { Fact, Facts } from '../../../_ui/fact.tsx'
import { formatCount, formatDuration } from '../../../_ui/format.ts'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { When } from '../../../_ui/when.tsx'
import { type Run as RunData, runById } from '../_queries.ts'
import { countLabel, toneOfRun, wordOfRun } from '../_runs.words.ts'
import { SyncRun } from '../legacy/_components/sync-run.tsx'
import { AlertFunnel } from './alert-funnel.tsx'
import classes from './run.module.css'
import { RunSteps } from './run-steps.tsx'

function Actions({ run }: { run: RunData }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries(trpc.jobs.pathFilter())
  const onSuccess = () => showDone(`${run.name} starts within a moment.`)
  const retry = useMutation(trpc.jobs.retry.mutationOptions({ onSuccess, onSettled }))
  const runNow = useMutation(trpc.jobs.runNow.mutationOptions({ onSuccess, onSettled }))
  const isBad = run.status !== 'running' && run.status !== 'skipped' && run.outcome === 'bad'
  return (
    <>
      {run.dashboardUrl && (
        <ActionAnchor href={run.dashboardUrl} target="_blank" rel="noreferrer">
          Open in Inngest
        </ActionAnchor>
      )}
      {run.canRunAgain && run.status !== 'running' && (
        <Action
          primary={isBad}
          disabled={retry.isPending || runNow.isPending}
          onClick={() => (isBad ? retry.mutate({ runId: run.runId }) : runNow.mutate({ functionId: run.functionId }))}
        >
          {isBad ? 'Retry' : 'Run now'}
        </Action>
      )}
    </>
  )
}

const runLink = (runId: string, words: string) => <TextLink href={`/operations/runs/${runId}`}>{words}</TextLink>

/** One run: what it did in words, how the work went through it, its steps, its figures. */
export function Run({ runId }: { runId: string }) {
  const trpc = useTRPC()
  const { data: run } = useSuspenseQuery(runById(trpc, runId))
  const counts = Object.entries(run.counts)
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title={run.name}
        aside={<StatusBadge tone={toneOfRun(run)}>{wordOfRun(run)}</StatusBadge>}
        description={run.words ?? (run.status === 'running' ? 'Under way.' : run.purpose)}
        actions={<Actions run={run} />}
      />
      {run.errorMessage && (
        <Section title={run.status === 'running' ? 'What went wrong so far' : 'What went wrong'}>
          <p className={classes.error}>{run.errorMessage}</p>
          {run.status === 'running' && <p className={classes.soft}>It will be tried again by itself.</p>}
        </Section>
      )}
      <Section title="This run">
        <Facts columns={3}>
          <Fact label="Started">
            <When at={run.startedAt} format="exact" />
          </Fact>
          <Fact label={run.status === 'running' ? 'Running for' : 'Took'}>{formatDuration(run.durationMs)}</Fact>
          <Fact label="Why">{triggerInWords(run.trigger)}</Fact>
          {run.requestedBy && <Fact label="Asked for by">{run.requestedBy}</Fact>}
          {run.lateMs !== null && <Fact label="Start">{latenessInWords(run.lateMs)}</Fact>}
          {run.retryOfId && <Fact label="Retries">{runLink(run.retryOfId, 'an earlier run')}</Fact>}
          {run.retries.map((retry) => (
            <Fact key={retry.runId} label="Retried by">
              {runLink(retry.runId, `a run ${wordOfRun({ ...retry, outcome: null }).toLowerCase()}`)}
            </Fact>
          ))}
        </Facts>
      </Section>
      <AlertFunnel jobRunId={runId} />
      <SyncRun runId={runId} />
      <Section title="Steps" aside={`${run.steps.length}`}>
        <RunSteps run={run} />
      </Section>
      {counts.length > 0 && (
        <Section title="Figures">
          <Facts columns={4}>
            {counts.map(([key, value]) => (
              <Fact key={key} label={countLabel(key)}>
                {formatCount(value)}
              </Fact>
            ))}
          </Facts>
          <details className={classes.raw}>
            <summary>As the job told it</summary>
            <pre>{JSON.stringify({ runId, words: run.words, outcome: run.outcome, counts: run.counts }, null, 2)}</pre>
          </details>
        </Section>
      )}
    </div>
  )
}
