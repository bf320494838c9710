'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import Link from 'next/link'
import { type FormEvent, useRef, useState } from 'react'
import { signInRefused } from '#server/domain/org/org.words.ts'
import classes from './auth.module.css'
import { Problem } from './problem.tsx'
import { signIn } from './sign-in.ts'

const words = {
  in: null,
  refused: signInRefused,
  broken: 'Signing in did not work just now. It is not your password; try again in a moment.',
} as const

export function SignInForm({ next, notice }: { next: string; notice?: string | undefined }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const password = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setBusy(true)
    setProblem(null)
    const outcome = await signIn({ email: String(data.get('email')), password: String(data.get('password')) })
    // A full load, so that nothing of whoever was here before stays in memory.
    if (outcome === 'in') return window.location.assign(next)
    setProblem(words[outcome])
    setBusy(false)
    password.current?.select()
  }

  return (
    // `post`, so that a form sent before the script is there does not write the password into the address.
    <form className={classes.form} method="post" onSubmit={submit}>
      {notice && !problem && (
        <p className={classes.notice} role="status">
          {notice}
        </p>
      )}
      <Problem>{problem}</Problem>
      <TextInput
        name="email"
        type="email"
        label="E-mail"
        size="md"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
      />
      <PasswordInput
        ref={password}
        name="password"
        label="Password"
        size="md"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <Button type="submit" size="md" loading={busy}>
        Sign in
      </Button>
      <p className={classes.beside}>
        <Link href="/forgot" className={classes.link}>
          I forgot my password
        </Link>
      </p>
    </form>
  )
}
