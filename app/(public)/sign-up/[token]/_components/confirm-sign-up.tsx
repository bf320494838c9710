'use client'

import { useMutation } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Note } from '../../../../_ui/note.tsx'
import classes from './confirm-sign-up.module.css'
import { Confirmed } from './confirmed.tsx'

type SignUp = inferRouterOutputs<AppRouter>['signups']['byLink']

/** One sentence of what they will get, and one button. A link that is too old is sent anew. */
export function ConfirmSignUp({ token, signUp }: { token: string; signUp: SignUp }) {
  const trpc = useTRPC()
  const confirm = useMutation(trpc.signups.confirm.mutationOptions({ meta: { quiet: true } }))
  const anew = useMutation(trpc.signups.askAnew.mutationOptions({ meta: { quiet: true } }))
  const { state, firstName, email, summary, consentText } = signUp
  if (confirm.data) return <Confirmed {...confirm.data} email={email} />
  const problem = confirm.error?.message ?? anew.error?.message
  const isOver = state === 'over'
  return (
    <section className={classes.card}>
      <h1>{isOver ? 'This link was good for two days' : `Hello ${firstName}, one tap and we look for you`}</h1>
      <p className={classes.soft}>To {email}, whenever there is one of these:</p>
      <p className={classes.summary}>{summary}</p>
      {problem && (
        <Note tone="bad" title="That did not work">
          {problem}
        </Note>
      )}
      {isOver && anew.isSuccess && (
        <p role="status" className={classes.soft}>
          A new link is on its way to {email}, unless one was sent within the last hour.
        </p>
      )}
      {isOver && !anew.isSuccess && (
        <Action primary wide disabled={anew.isPending} className={classes.go} onClick={() => anew.mutate({ token })}>
          Mail me a new link
        </Action>
      )}
      {!isOver && (
        <Action
          primary
          wide
          disabled={confirm.isPending}
          className={classes.go}
          onClick={() => confirm.mutate({ token })}
        >
          {state === 'confirmed' ? 'Show me my homes' : 'Yes, mail me these homes'}
        </Action>
      )}
      <p className={classes.small}>{consentText}</p>
    </section>
  )
}
