'use client'

import { Drawer, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { DialogForm } from '../../../_ui/dialog-form.tsx'
import { showDone } from '../../../_ui/toast.tsx'
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
  return (
    <Drawer opened onClose={onClose} position="right" title="Add lead" closeButtonProps={{ 'aria-label': 'Close' }}>
      <DialogForm
        problem={add.error?.message ?? null}
        saveWords="Add lead"
        busy={add.isPending}
        onSave={(form) => add.mutate({ requestKey, fields: readLeadForm(form), sourceId: null, isMine })}
        onCancel={onClose}
      >
        <LeadFields />
        <Switch
          label="I look after them"
          description={isMine ? 'It is yours at once.' : 'The rules say who gets it.'}
          checked={isMine}
          onChange={({ currentTarget }) => setMine(currentTarget.checked)}
        />
      </DialogForm>
    </Drawer>
  )
}
