'use client'

import { Select } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { me, offices } from '../_queries.ts'
import { NameDialog } from './name-dialog.tsx'
import type { TeamView } from './person.types.ts'
import { useRefreshPeople } from './use-refresh-people.ts'

/** A new team, or a new name for one. */
export function TeamDialog({ team, onClose }: { team?: TeamView; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const { data: self } = useSuspenseQuery(me(trpc))
  const { data: places } = useSuspenseQuery(offices(trpc))
  const [officeId, setOfficeId] = useState(team?.office.id ?? self.office.id)
  const options = {
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  }
  const create = useMutation(trpc.org.createTeam.mutationOptions(options))
  const rename = useMutation(trpc.org.renameTeam.mutationOptions(options))
  const save = (name: string) => {
    if (team) rename.mutate({ teamId: team.id, name })
    else create.mutate({ officeId, name })
  }
  return (
    <NameDialog
      title={team ? `Rename ${team.name}` : 'New team'}
      name={team?.name}
      saveWords={team ? 'Save' : 'Create team'}
      failure={team ? rename.error : create.error}
      busy={create.isPending || rename.isPending}
      onSave={save}
      onClose={onClose}
    >
      {!team && places.length > 1 && (
        <Select
          label="Office"
          allowDeselect={false}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={officeId}
          onChange={(id) => id && setOfficeId(id)}
        />
      )}
    </NameDialog>
  )
}
