'use client'

import { Button, Drawer } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import addLead from '../../_components/add-lead.module.css'
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
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate({ arrivalId: item.id, fields: readLeadForm(event.currentTarget) })
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Make a lead of it"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={addLead.form} method="post" onSubmit={submit}>
        {data && <pre className={classes.raw}>{data.text}</pre>}
        {!data && !error && <Bone height={120} />}
        {(make.error ?? error) && (
          <Note title="That did not work" tone="bad">
            {(make.error ?? error)?.message}
          </Note>
        )}
        <LeadFields given={givenBy(item)} />
        <div className={addLead.foot}>
          <Button type="submit" loading={make.isPending}>
            Make a lead
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
