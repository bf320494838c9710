'use client'

import { Select } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import type { Pond } from '../../../../(crm)/ponds/_queries.ts'
import { NameDialog } from '../../_components/name-dialog.tsx'
import { offices } from '../../_queries.ts'
import { useRefreshPonds } from './use-refresh-ponds.ts'

const FIRM = 'firm'

/** A new pond, or a new name for one. */
export function PondDialog({ pond, onClose }: { pond?: Pond; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshPonds()
  const { data: places } = useSuspenseQuery(offices(trpc))
  const [officeId, setOfficeId] = useState(FIRM)
  const options = {
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  }
  const create = useMutation(trpc.offers.createPond.mutationOptions(options))
  const rename = useMutation(trpc.offers.renamePond.mutationOptions(options))
  const save = (name: string) => {
    if (pond) rename.mutate({ pondId: pond.id, name })
    else create.mutate({ name, officeId: officeId === FIRM ? null : officeId })
  }
  return (
    <NameDialog
      title={pond ? `Rename ${pond.name}` : 'New pond'}
      name={pond?.name}
      saveWords={pond ? 'Save' : 'Set it up'}
      failure={pond ? rename.error : create.error}
      busy={create.isPending || rename.isPending}
      onSave={save}
      onClose={onClose}
    >
      {!pond && (
        <Select
          label="Who may take from it"
          allowDeselect={false}
          data={[
            { value: FIRM, label: 'The whole firm' },
            ...places.map(({ id, name }) => ({ value: id, label: `The office ${name}` })),
          ]}
          value={officeId}
          onChange={(id) => id && setOfficeId(id)}
        />
      )}
    </NameDialog>
  )
}
