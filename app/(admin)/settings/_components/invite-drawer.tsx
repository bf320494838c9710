'use client'

import { Drawer, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { DialogForm } from '../../../_ui/dialog-form.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { me } from '../_queries.ts'
import { type Place, PlaceFields } from './place-fields.tsx'
import { useRefreshPeople } from './use-refresh-people.ts'

type Props = { opened: boolean; onClose: () => void }

/** Somebody new: who they are, where they work, and a mail that lets them in. */
export const InviteDrawer = ({ opened, onClose }: Props) => (
  <Drawer opened={opened} onClose={onClose} position="right" title="Invite somebody">
    <InviteForm onClose={onClose} />
  </Drawer>
)

function InviteForm({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const { data: self } = useSuspenseQuery(me(trpc))
  const [place, setPlace] = useState<Place>({ role: 'agent', officeId: self.office.id, teamId: null, assistsId: null })
  const invite = useMutation(
    trpc.org.invitePerson.mutationOptions({
      meta: { quiet: true },
      onSuccess: async (_, { email }) => {
        await refresh()
        showDone(`The invitation is on its way to ${email}.`)
        onClose()
      },
    }),
  )
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    invite.mutate({ fullName: text('fullName'), email: text('email'), title: text('title'), ...place })
  }
  return (
    <DialogForm
      problem={wordsOf(invite.error)}
      saveWords="Send the invitation"
      busy={invite.isPending}
      onSave={send}
      onCancel={onClose}
    >
      <TextInput
        name="fullName"
        label="Name"
        data-autofocus
        autoComplete="off"
        required
        withAsterisk={false}
        error={wordsAbout('fullName', invite.error)}
      />
      <TextInput
        name="email"
        type="email"
        label="E-mail"
        autoComplete="off"
        required
        withAsterisk={false}
        error={wordsAbout('email', invite.error)}
      />
      <TextInput name="title" label="Title" placeholder="Realtor" error={wordsAbout('title', invite.error)} />
      <PlaceFields value={place} onChange={setPlace} />
    </DialogForm>
  )
}
