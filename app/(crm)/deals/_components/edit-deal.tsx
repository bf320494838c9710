'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsOf } from '../../../_trpc/form-failure.ts'
import { showDone } from '../../../_ui/toast.tsx'
import { draftOf, readDraft } from '../_deal-form.ts'
import type { Deal } from '../_queries.ts'
import classes from './deal-detail.module.css'
import { DealFields } from './deal-fields.tsx'

/** A change of a deal; what somebody else has changed meanwhile is not overwritten. */
export function EditDeal({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(deal))
  const [isTried, setTried] = useState(false)
  const { problems, details } = readDraft(draft)
  const save = useMutation(
    trpc.deals.edit.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.deals.pathFilter())
        showDone('Saved.')
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (details && deal.version !== null) save.mutate({ dealId: deal.id, version: deal.version, ...details })
  }
  return (
    <form method="post" className={classes.form} onSubmit={submit}>
      {save.error && <Alert color="coral">{wordsOf(save.error) ?? 'Look at the fields again.'}</Alert>}
      <DealFields draft={draft} onChange={setDraft} problems={(isTried && problems) || {}} />
      <Group>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
