'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { showDone } from '../../../_ui/toast.tsx'

/** Puts a dead letter back into the queue. */
export function ResendMail({ mail }: { mail: { id: string; recipient: string } }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const resend = useMutation(
    trpc.mail.resend.mutationOptions({
      onSuccess: () => showDone('It leaves with the next delivery, within a minute.'),
      onSettled: () => queryClient.invalidateQueries(trpc.mail.pathFilter()),
    }),
  )
  return (
    <Action
      disabled={resend.isPending}
      onClick={() => resend.mutate({ mailId: mail.id })}
      aria-label={`Send again to ${mail.recipient}`}
    >
      Send again
    </Action>
  )
}
