'use client'

import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../_trpc/form-failure.ts'
import classes from './auth.module.css'
import { Problem } from './problem.tsx'
import { signIn } from './sign-in.ts'

const ENOUGH = 12

const hintFor = (length: number) => {
  if (length === 0) return 'At least 12 characters. A short sentence is easy to remember.'
  if (length < ENOUGH) return `${ENOUGH - length} more to go.`
  return 'Long enough.'
}

type Props = { token: string; kind: 'invitation' | 'reset'; email?: string; label: string }

/** A first or a new password, and straight in with it. */
export function NewPasswordForm({ token, kind, email, label }: Props) {
  const trpc = useTRPC()
  const [length, setLength] = useState(0)
  const options = { meta: { quiet: true } }
  const accept = useMutation(trpc.org.acceptInvitation.mutationOptions(options))
  const reset = useMutation(trpc.org.resetPassword.mutationOptions(options))
  const change = kind === 'invitation' ? accept : reset
  const [entering, setEntering] = useState(false)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    change.mutate(
      { token, password },
      {
        onSuccess: async (answer) => {
          setEntering(true)
          const outcome = await signIn({ email: answer.email, password })
          window.location.assign(outcome === 'in' ? '/listings' : '/sign-in?notice=password')
        },
      },
    )
  }

  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <Problem>{wordsOf(change.error)}</Problem>
      {/* So that a password manager files it under the right name. */}
      {email && <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />}
      <PasswordInput
        name="password"
        label="New password"
        size="md"
        autoComplete="new-password"
        autoFocus
        required
        withAsterisk={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={hintFor(length)}
        error={wordsAbout('password', change.error)}
        onChange={(event) => setLength(event.currentTarget.value.length)}
      />
      <Button type="submit" size="md" loading={change.isPending || entering}>
        {label}
      </Button>
    </form>
  )
}
