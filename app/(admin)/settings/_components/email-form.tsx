'use client'

import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { Action } from '../../../_ui/action.tsx'
import { PasswordField } from '../../../_ui/password-field.tsx'
import { Problem } from '../../../_ui/problem.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import classes from './settings.module.css'

/** A new address counts once the link that was mailed there is followed. */
export function EmailForm() {
  const trpc = useTRPC()
  const ask = useMutation(trpc.org.requestEmailChange.mutationOptions({ meta: { quiet: true } }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const input = { email: String(data.get('email')), password: String(data.get('password')) }
    ask.mutate(input, { onSuccess: () => form.reset() })
  }
  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <Problem>{wordsOf(ask.error)}</Problem>
      {ask.isSuccess && (
        <p className={classes.note} role="status">
          We mailed a link to {ask.data.sentTo}. Until you open it, you sign in as before.
        </p>
      )}
      <TextField
        name="email"
        type="email"
        label="New e-mail"
        autoComplete="email"
        required
        problem={wordsAbout('email', ask.error)}
      />
      <PasswordField name="password" label="Present password" autoComplete="current-password" required />
      <div className={classes.foot}>
        <Action type="submit" disabled={ask.isPending}>
          Mail me a link
        </Action>
      </div>
    </form>
  )
}
