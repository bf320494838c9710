'use client'

import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { showDone } from '../../../_ui/toast.tsx'
import { Problem } from './problem.tsx'
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
      <PasswordInput
        name="current"
        label="Present password"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label="New password"
        description="At least 12 characters. A short sentence is easy to remember."
        autoComplete="new-password"
        required
        withAsterisk={false}
        error={wordsAbout('password', change.error)}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="default" loading={change.isPending}>
          Set new password
        </Button>
      </div>
    </form>
  )
}
