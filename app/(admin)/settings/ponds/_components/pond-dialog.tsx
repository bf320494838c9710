'use client'

import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import type { Pond } from '../../../../(crm)/ponds/_queries.ts'
import { Problem } from '../../_components/problem.tsx'
import classes from '../../_components/settings.module.css'
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
  const failure = pond ? rename.error : create.error
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    if (pond) rename.mutate({ pondId: pond.id, name })
    else create.mutate({ name, officeId: officeId === FIRM ? null : officeId })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={pond ? `Rename ${pond.name}` : 'New pond'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form className={classes.form} method="post" onSubmit={submit}>
        <Problem>{wordsOf(failure)}</Problem>
        <TextInput
          name="name"
          label="Name"
          defaultValue={pond?.name ?? ''}
          required
          withAsterisk={false}
          data-autofocus
          error={wordsAbout('name', failure)}
        />
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
        <div className={classes.foot}>
          <Button type="submit" loading={create.isPending || rename.isPending}>
            {pond ? 'Save' : 'Set it up'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
