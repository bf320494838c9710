'use client'

import { Button, Drawer } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { showDone } from '../../../_ui/toast.tsx'
import type { PersonView } from './person.types.ts'
import { type Place, PlaceFields } from './place-fields.tsx'
import { Problem } from './problem.tsx'
import classes from './settings.module.css'
import { useRefreshPeople } from './use-refresh-people.ts'

const placeOf = ({ role, office, team, assists }: PersonView): Place => ({
  role,
  officeId: office.id,
  teamId: team?.id ?? null,
  assistsId: assists?.id ?? null,
})

/** A new role, office or team. It counts from the person's next click on. */
export function PlaceDrawer({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const [place, setPlace] = useState(placeOf(person))
  const move = useMutation(
    trpc.org.placePerson.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await refresh()
        showDone(`Saved. It counts from ${person.fullName}'s next click on.`)
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    move.mutate({ personId: person.id, ...place })
  }
  const problem = wordsOf(move.error) ?? wordsAbout('role', move.error) ?? wordsAbout('officeId', move.error)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={`Role and office of ${person.fullName}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} method="post" onSubmit={submit}>
        <Problem>{problem}</Problem>
        <PlaceFields value={place} onChange={setPlace} personId={person.id} />
        {place.officeId !== person.office.id && (
          <p className={classes.note}>Their contacts move to the new office with them.</p>
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={move.isPending}>
            Save
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
