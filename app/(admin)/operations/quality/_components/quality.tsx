'use client'

import { IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { QUALITY_STREAM_WORDS } from '#server/domain/quality/quality.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import { useListKeys } from '../../../../_ui/use-list-keys.ts'
import { When } from '../../../../_ui/when.tsx'
import { hrefOfStream, readStream } from '../_filters.ts'
import { stateOf } from '../_quality.words.ts'
import { overview, type RuleLine } from '../_queries.ts'
import classes from './quality.module.css'
import { CleanRules, RuleLines } from './rule-lines.tsx'
import { StreamScores } from './stream-scores.tsx'

const needsSomebody = ({ open, outcome }: RuleLine) => open > 0 || outcome === 'failed'

function CheckNow() {
  const trpc = useTRPC()
  const run = useMutation(
    trpc.jobs.runNow.mutationOptions({
      onSuccess: () => showDone('The rules look at everything within a moment.'),
      onError: (error) => showProblem(error.message),
    }),
  )
  return (
    <Action icon={IconRefresh} disabled={run.isPending} onClick={() => run.mutate({ functionId: 'check-quality' })}>
      Look now
    </Action>
  )
}

/** How good the data is, stream by stream, and what is wrong with it, worst first. */
export function Quality() {
  const { data } = useSuspenseQuery(overview(useTRPC()))
  const stream = readStream(useSearchParams().get('stream'))
  useListKeys()
  const sum = (count: (each: (typeof data.streams)[number]) => number) =>
    data.streams.reduce((total, each) => total + count(each), 0)
  const [open, critical] = [sum((each) => each.open), sum((each) => each.critical)]
  const state = stateOf({ open, critical, failedRules: sum((each) => each.failedRules) })
  const rules = data.rules.filter((rule) => !stream || rule.stream === stream)
  const [wrong, clean] = [rules.filter(needsSomebody), rules.filter((rule) => !needsSomebody(rule))]
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Data quality"
        aside={data.checkedAt && <StatusBadge tone={state.tone}>{state.label}</StatusBadge>}
        description={
          data.checkedAt ? (
            <>
              {formatCount(data.rules.length)} rules look at the data each hour, last <When at={data.checkedAt} />.{' '}
              {open === 0 ? 'Nothing is open.' : `${formatCount(open)} issues are open.`}
            </>
          ) : (
            `${formatCount(data.rules.length)} rules look at the data each hour.`
          )
        }
        actions={<CheckNow />}
      />
      {data.checkedAt ? (
        <>
          <StreamScores streams={data.streams} chosen={stream} />
          <Section
            title={
              stream
                ? `What is wrong: ${QUALITY_STREAM_WORDS[stream].many.toLowerCase()}`
                : 'What is wrong, worst first'
            }
            {...(stream
              ? {
                  actions: (
                    <TextLink href={hrefOfStream()} scroll={false}>
                      Show all streams
                    </TextLink>
                  ),
                }
              : {})}
            flush
          >
            {wrong.length > 0 ? (
              <RuleLines rules={wrong} />
            ) : (
              <EmptyState icon={IconCircleCheck} title="Nothing wrong here">
                None of the rules finds anything. They look again each hour.
              </EmptyState>
            )}
            {clean.length > 0 && <CleanRules rules={clean} />}
          </Section>
          <p className={classes.foot}>
            A score is the share of records that nothing is wrong with: a record with a critical issue counts as lost,
            with a serious one as half lost, with a minor one as a tenth. What is muted does not count.
          </p>
        </>
      ) : (
        <Section flush>
          <EmptyState icon={IconRefresh} title="Nobody has looked yet">
            The rules look for the first time within the hour, once a worker is running. “Look now” does not wait.
          </EmptyState>
        </Section>
      )}
    </div>
  )
}
