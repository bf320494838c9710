'use client'

import { Button, Drawer, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Note } from '../../../_ui/note.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import classes from './add-lead.module.css'
import { LeadFields, readLeadForm } from './lead-fields.tsx'

/** Somebody rang, or was met: from here it goes the way of every lead, unless one keeps it. */
export function AddLeadDrawer({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  // Made when the form opens: pressed twice, it is one lead.
  const [requestKey] = useState(() => crypto.randomUUID())
  const [isMine, setMine] = useState(true)
  const add = useMutation(
    trpc.arrivals.add.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.leads.pathFilter())
        showDone(isMine ? 'Written down. It is yours.' : 'Written down. The rules say who gets it.')
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.mutate({ requestKey, fields: readLeadForm(event.currentTarget), sourceId: null, isMine })
  }
  return (
    <Drawer opened onClose={onClose} position="right" title="Add lead" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} method="post" onSubmit={submit}>
        {add.error && (
          <Note title="Not written down yet" tone="bad">
            {add.error.message}
          </Note>
        )}
        <LeadFields />
        <Switch
          label="I look after them"
          description={isMine ? 'It is yours at once.' : 'The rules say who gets it.'}
          checked={isMine}
          onChange={({ currentTarget }) => setMine(currentTarget.checked)}
        />
        <div className={classes.foot}>
          <Button type="submit" loading={add.isPending}>
            Add lead
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
