'use client'

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '../../_trpc/client.tsx'
import { wordsOf } from '../../_trpc/form-failure.ts'
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
        <Button component={Link} href="/listings" size="md">
          Go on
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.form}>
      <Problem>{wordsOf(confirm.error)}</Problem>
      <Button size="md" autoFocus loading={confirm.isPending} onClick={() => confirm.mutate({ token })}>
        Use this address
      </Button>
    </div>
  )
}
