'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { Action } from '../../../_ui/action.tsx'
import { Problem } from '../../../_ui/problem.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { me } from '../_queries.ts'
import classes from './settings.module.css'

type Props = { person: { fullName: string; title: string | null; phone: string | null } }

/** Name, title and phone, as mails to clients show them. */
export function ProfileForm({ person }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const save = useMutation(
    trpc.org.updateProfile.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(me(trpc))
        router.refresh()
        showDone('Saved.')
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '')
    save.mutate({ fullName: text('fullName'), title: text('title'), phone: text('phone') })
  }
  const field = (name: 'fullName' | 'title' | 'phone', label: string) => (
    <TextField
      name={name}
      label={label}
      defaultValue={person[name] ?? ''}
      problem={wordsAbout(name, save.error)}
      autoComplete={{ fullName: 'name', title: 'organization-title', phone: 'tel' }[name]}
    />
  )
  return (
    <form className={classes.form} method="post" onSubmit={submit}>
      <Problem>{wordsOf(save.error)}</Problem>
      {field('fullName', 'Name')}
      {field('title', 'Title')}
      {field('phone', 'Phone')}
      <div className={classes.foot}>
        <Action primary type="submit" disabled={save.isPending}>
          Save
        </Action>
      </div>
    </form>
  )
}
