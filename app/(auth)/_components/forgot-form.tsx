'use client'

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import type { FormEvent } from 'react'
import { resetOnItsWay } from '#server/domain/org/org.words.ts'
import { useTRPC } from '../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../_trpc/form-failure.ts'
import classes from './auth.module.css'
import { Problem } from './problem.tsx'

export function ForgotForm() {
  const trpc = useTRPC()
  const ask = useMutation(trpc.org.requestPasswordReset.mutationOptions({ meta: { quiet: true } }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate({ email: String(new FormData(event.currentTarget).get('email')) })
  }
  const back = (
    <p className={classes.beside}>
      <Link href="/sign-in" className={classes.link}>
        Back to sign in
      </Link>
    </p>
  )

  if (ask.isSuccess) {
    return (
      <div className={classes.form}>
        <p className={classes.notice} role="status">
          {resetOnItsWay}
        </p>
        {back}
      </div>
    )
  }
  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <Problem>{wordsOf(ask.error)}</Problem>
      <TextInput
        name="email"
        type="email"
        label="E-mail"
        size="md"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        error={wordsAbout('email', ask.error)}
      />
      <Button type="submit" size="md" loading={ask.isPending}>
        Mail me a link
      </Button>
      {back}
    </form>
  )
}
