'use client'

import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { me, offices } from '../_queries.ts'
import type { TeamView } from './person.types.ts'
import { Problem } from './problem.tsx'
import classes from './settings.module.css'
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
  const failure = team ? rename.error : create.error
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    if (team) rename.mutate({ teamId: team.id, name })
    else create.mutate({ officeId, name })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={team ? `Rename ${team.name}` : 'New team'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form className={classes.form} method="post" onSubmit={submit}>
        <Problem>{wordsOf(failure)}</Problem>
        <TextInput
          name="name"
          label="Name"
          defaultValue={team?.name ?? ''}
          required
          withAsterisk={false}
          data-autofocus
          error={wordsAbout('name', failure)}
        />
        {!team && places.length > 1 && (
          <Select
            label="Office"
            allowDeselect={false}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            value={officeId}
            onChange={(id) => id && setOfficeId(id)}
          />
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={create.isPending || rename.isPending}>
            {team ? 'Save' : 'Create team'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
