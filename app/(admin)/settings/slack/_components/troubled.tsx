'use client'

import { IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import shared from '../../_components/settings.module.css'
import type { SlackOverview } from '../_queries.ts'
import classes from './slack.module.css'

type Message = SlackOverview['troubled'][number]
type Ask = SlackOverview['failedAsks'][number]

const ASKED = { interaction: 'A button', command: 'A command', event: 'The app’s home' } satisfies Record<
  Ask['kind'],
  string
>

function MessageRow({ message: { id, to, lastError, isGivenUp, createdAt } }: { message: Message }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const again = useMutation(
    trpc.slack.sendAgain.mutationOptions({
      onSuccess: () => showDone('It is back in the queue.'),
      onError: (error) => showProblem(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.slack.pathFilter()),
    }),
  )
  return (
    <li className={classes.row}>
      <div className={shared.words}>
        <p className={shared.name}>To {to}</p>
        <p className={classes.why}>
          {lastError ?? 'No reason is known.'} · <When at={createdAt} />
        </p>
      </div>
      <div className={classes.end}>
        <StatusBadge tone={isGivenUp ? 'bad' : 'waiting'}>{isGivenUp ? 'Given up' : 'Tried again'}</StatusBadge>
        {isGivenUp && (
          <Action
            disabled={again.isPending}
            onClick={() => again.mutate({ messageId: id })}
            aria-label={`Send again to ${to}`}
          >
            Send again
          </Action>
        )}
      </div>
    </li>
  )
}

/** Messages that Slack did not take, and what was asked for there in vain. */
export function Troubled({ messages, asks }: { messages: Message[]; asks: Ask[] }) {
  const isEmpty = messages.length + asks.length === 0
  return (
    <Section title="What did not get through" flush>
      {isEmpty ? (
        <EmptyState icon={IconCircleCheck} title="Everything got through">
          Messages that Slack does not take, and buttons that could not be answered, stand here.
        </EmptyState>
      ) : (
        <ul className={shared.rows} aria-label="What did not get through">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
          {asks.map(({ id, kind, words, receivedAt }) => (
            <li key={id} className={classes.row}>
              <div className={shared.words}>
                <p className={shared.name}>{ASKED[kind]} could not be answered</p>
                <p className={classes.why}>
                  {words ?? 'No reason is known.'} · <When at={receivedAt} />
                </p>
              </div>
              <div className={classes.end}>
                <StatusBadge tone="bad">Failed</StatusBadge>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
