'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { Problem } from './problem.tsx'
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
      <TextInput
        name="email"
        type="email"
        label="New e-mail"
        autoComplete="email"
        required
        withAsterisk={false}
        error={wordsAbout('email', ask.error)}
      />
      <PasswordInput
        name="password"
        label="Present password"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="default" loading={ask.isPending}>
          Mail me a link
        </Button>
      </div>
    </form>
  )
}
