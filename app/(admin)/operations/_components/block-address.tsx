'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { blockedInWords, mayOpen } from '../_outbox.words.ts'

type Mail = { id: string; recipient: string; blockedBecause: string | null }

/** Whether mails go to this address, and the switch for it; what a person has said themselves stays said. */
export function BlockAddress({ mail: { id: mailId, recipient, blockedBecause } }: { mail: Mail }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const change = useMutation(
    trpc.mail.setBlocked.mutationOptions({
      onSuccess: ({ blockedBecause: now }) =>
        showDone(now ? `Nothing is mailed to ${recipient} any more.` : `Mails go to ${recipient} again.`),
      onSettled: () => queryClient.invalidateQueries(trpc.mail.pathFilter()),
    }),
  )
  return (
    <>
      {blockedInWords(blockedBecause)}{' '}
      {mayOpen(blockedBecause) && (
        <Action disabled={change.isPending} onClick={() => change.mutate({ mailId, blocked: blockedBecause === null })}>
          {blockedBecause === null ? 'Block it' : 'Let mails go to it again'}
        </Action>
      )}
    </>
  )
}
