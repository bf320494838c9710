'use client'

import { Alert, Button, Drawer, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsOf } from '../../../_trpc/form-failure.ts'
import { EMPTY_DRAFT, readDraft } from '../_deal-form.ts'
import classes from './deal-detail.module.css'
import { DealFields } from './deal-fields.tsx'
import { PickContact, type Picked } from './pick-one.tsx'

type Props = {
  /** Whose deal it is, where that is known already. */
  contact?: Picked
  onClose: () => void
  onDone: (dealId: string) => void
}

/** Begins a deal for somebody in one's book. */
export function NewDeal({ contact: known, onClose, onDone }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [contact, setContact] = useState<Picked | null>(known ?? null)
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [isTried, setTried] = useState(false)
  const { problems, details } = readDraft(draft)
  const add = useMutation(
    trpc.deals.add.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(trpc.deals.pathFilter())
        onDone(id)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (details && contact) add.mutate({ contactId: contact.id, ...details })
  }
  const problem = isTried && !contact ? 'Choose whose deal it is.' : wordsOf(add.error)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={known ? `New deal for ${known.label}` : 'New deal'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form method="post" className={classes.form} onSubmit={submit}>
        {problem && <Alert color="coral">{problem}</Alert>}
        {!known && <PickContact value={contact} onChange={setContact} />}
        <DealFields draft={draft} onChange={setDraft} problems={(isTried && problems) || {}} />
        <Group>
          <Button type="submit" loading={add.isPending}>
            Begin the deal
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </form>
    </Drawer>
  )
}
