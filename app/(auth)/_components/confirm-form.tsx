'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '../../_trpc/client.tsx'
import { wordsOf } from '../../_trpc/form-failure.ts'
import { Action } from '../../_ui/action.tsx'
import { ActionLink } from '../../_ui/action-link.tsx'
import classes from './auth.module.css'
import { Problem } from './problem.tsx'

/** Opening the link changes nothing: mail scanners open links too. */
export function ConfirmForm({ token }: { token: string }) {
  const trpc = useTRPC()
  const confirm = useMutation(trpc.org.confirmEmail.mutationOptions({ meta: { quiet: true } }))
  if (confirm.isSuccess) {
    return (
      <div className={classes.form}>
        <p className={classes.notice} role="status">
          From now on you sign in as {confirm.data.email}.
        </p>
        <ActionLink primary href="/listings">
          Go on
        </ActionLink>
      </div>
    )
  }
  return (
    <div className={classes.form}>
      <Problem>{wordsOf(confirm.error)}</Problem>
      <Action primary autoFocus disabled={confirm.isPending} onClick={() => confirm.mutate({ token })}>
        Use this address
      </Action>
    </div>
  )
}
