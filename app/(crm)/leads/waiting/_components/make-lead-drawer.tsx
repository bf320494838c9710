'use client'

import { Drawer } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { DialogForm } from '../../../../_ui/dialog-form.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { LeadFields, readLeadForm } from '../../_components/lead-fields.tsx'
import { oneWaiting, type Waiting } from '../_queries.ts'
import classes from './waiting.module.css'

const givenBy = ({ who }: Waiting) => ({
  ...(who.fullName ? { name: who.fullName } : {}),
  ...(who.email ? { email: who.email } : {}),
  ...(who.phone ? { phone: who.phone } : {}),
  ...(who.message ? { message: who.message } : {}),
})

/** What came in, word for word, and beside it the fields that make a lead of it. */
export function MakeLeadDrawer({ item, onClose }: { item: Waiting; onClose: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(oneWaiting(trpc, item.id))
  const make = useMutation(
    trpc.arrivals.makeLead.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.arrivals.pathFilter())
        showDone('It is a lead now, and goes the way of every lead.')
        onClose()
      },
    }),
  )
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Make a lead of it"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <DialogForm
        problem={(make.error ?? error)?.message ?? null}
        saveWords="Make a lead"
        busy={make.isPending}
        onSave={(form) => make.mutate({ arrivalId: item.id, fields: readLeadForm(form) })}
        onCancel={onClose}
      >
        {data && <pre className={classes.raw}>{data.text}</pre>}
        {!data && !error && <Bone height={120} />}
        <LeadFields given={givenBy(item)} />
      </DialogForm>
    </Drawer>
  )
}
