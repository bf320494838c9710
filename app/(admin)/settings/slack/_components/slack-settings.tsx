'use client'

import { IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import shared from '../../_components/settings.module.css'
import { type SlackOverview, slackOverview } from '../_queries.ts'
import { Connection } from './connection.tsx'
import { PeopleInSlack } from './people-in-slack.tsx'
import { Troubled } from './troubled.tsx'

const BADGES = {
  on: <StatusBadge tone="good">Connected</StatusBadge>,
  off: <StatusBadge tone="neutral">Not connected</StatusBadge>,
  trouble: <StatusBadge tone="bad">Not working</StatusBadge>,
} satisfies Record<SlackOverview['connection']['state'], unknown>

/** How it stands with Slack: the connection, who can be reached there, and what did not get through. */
export function SlackSettings() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(slackOverview(trpc))
  const { connection, people, troubled, failedAsks } = data
  const isOn = connection.state === 'on'
  const test = useMutation(
    trpc.slack.sendTest.mutationOptions({
      onSuccess: () => showDone('A message is on its way to you in Slack.'),
      onError: (error) => showProblem(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.slack.pathFilter()),
    }),
  )
  return (
    <div className={shared.page}>
      <PageHeader
        title="Slack"
        aside={BADGES[connection.state]}
        description="Leads are offered, taken and passed in Slack, and alarms have a channel of their own."
        actions={
          isOn && (
            <Action icon={IconSend} disabled={test.isPending} onClick={() => test.mutate()}>
              Send me a test
            </Action>
          )
        }
      />
      <Connection overview={data} />
      {connection.state !== 'off' && <PeopleInSlack people={people} />}
      {connection.state !== 'off' && <Troubled messages={troubled} asks={failedAsks} />}
    </div>
  )
}
