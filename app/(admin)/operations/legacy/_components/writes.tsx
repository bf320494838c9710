'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import { gap } from '../writes/_queries.ts'
import { ageInWords, lookOfGap } from '../writes/_writes.words.ts'
import classes from './writes.module.css'
import { Conflicts } from './writes-conflicts.tsx'
import { Throughput } from './writes-throughput.tsx'
import { Waiting } from './writes-waiting.tsx'

/** What is saved here and has to stand in the old system too: what is not there yet, why, and who won where both wrote. */
export function Writes() {
  const trpc = useTRPC()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(gap(trpc))
  const { tone, label } = lookOfGap(data)
  const retry = useMutation(
    trpc.legacyWrites.retry.mutationOptions({
      onSuccess: ({ asked }) => showDone(asked === 1 ? 'One record is tried now.' : `${asked} records are tried now.`),
      onError: ({ message }) => showProblem(message),
      onSettled: () => client.invalidateQueries(trpc.legacyWrites.pathFilter()),
    }),
  )
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations/legacy">Legacy sync</TextLink>}
        title="Writes to the old system"
        aside={<StatusBadge tone={tone}>{label}</StatusBadge>}
        description="What agents save here is written into the old system within seconds, so that the old pages show it too."
        actions={
          data.waiting > 0 && (
            <Action disabled={retry.isPending} onClick={() => retry.mutate({})}>
              {retry.isPending ? 'Asking…' : 'Try all now'}
            </Action>
          )
        }
      />
      <Section>
        <Facts columns={3}>
          <Fact label="Not across yet">{formatCount(data.waiting)}</Fact>
          <Fact label="The oldest waits for">{ageInWords(data)}</Fact>
          <Fact label="Alarm after">{data.limitMinutes} minutes</Fact>
          <Fact label="Across in the last hour">{formatCount(data.writtenLastHour)}</Fact>
          <Fact label="Kept for a switch">{formatCount(data.held)}</Fact>
        </Facts>
      </Section>
      <Waiting gap={data} onRetry={(record) => retry.mutate({ record })} isBusy={retry.isPending} />
      <Throughput />
      <Conflicts />
    </div>
  )
}
