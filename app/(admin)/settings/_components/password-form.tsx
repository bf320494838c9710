'use client'

import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { Action } from '../../../_ui/action.tsx'
import { PasswordField } from '../../../_ui/password-field.tsx'
import { Problem } from '../../../_ui/problem.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import classes from './settings.module.css'

/** Wants the present password, and signs out everywhere else. */
export function PasswordForm({ email }: { email: string }) {
  const trpc = useTRPC()
  const change = useMutation(trpc.org.changePassword.mutationOptions({ meta: { quiet: true } }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const input = { current: String(data.get('current')), password: String(data.get('password')) }
    const onSuccess = () => {
      form.reset()
      showDone('Your new password is set. Every other place is signed out.')
    }
    change.mutate(input, { onSuccess })
  }
  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <Problem>{wordsOf(change.error)}</Problem>
      {/* So that a password manager files it under the right name. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField name="current" label="Present password" autoComplete="current-password" required />
      <PasswordField
        name="password"
        label="New password"
        description="At least 12 characters. A short sentence is easy to remember."
        autoComplete="new-password"
        required
        problem={wordsAbout('password', change.error)}
      />
      <div className={classes.foot}>
        <Action type="submit" disabled={change.isPending}>
          Set new password
        </Action>
      </div>
    </form>
  )
}
