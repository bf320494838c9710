'use client'

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../_trpc/form-failure.ts'
import classes from './ask-for-link.module.css'

/** A lost link goes to the address again; whether we know the address is not said. */
export function AskForLink() {
  const trpc = useTRPC()
  const ask = useMutation(trpc.portal.requestLink.mutationOptions({ meta: { quiet: true } }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate({ email: String(new FormData(event.currentTarget).get('email')) })
  }
  if (ask.isSuccess) {
    return (
      <p className={classes.done} role="status">
        If we write to that address, a link is on its way. It takes a minute or two.
      </p>
    )
  }
  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <TextInput
        name="email"
        type="email"
        label="Your e-mail address"
        size="md"
        autoComplete="email"
        required
        withAsterisk={false}
        error={wordsAbout('email', ask.error) ?? wordsOf(ask.error)}
      />
      <Button type="submit" size="md" loading={ask.isPending} fullWidth>
        Mail me my link
      </Button>
    </form>
  )
}
