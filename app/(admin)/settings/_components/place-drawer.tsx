'use client'

import { Drawer } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { DialogForm } from '../../../_ui/dialog-form.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import type { PersonView } from './person.types.ts'
import { type Place, PlaceFields } from './place-fields.tsx'
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
  const problem = wordsOf(move.error) ?? wordsAbout('role', move.error) ?? wordsAbout('officeId', move.error)
  return (
    <Drawer opened onClose={onClose} position="right" title={`Role and office of ${person.fullName}`}>
      <DialogForm
        problem={problem}
        busy={move.isPending}
        onSave={() => move.mutate({ personId: person.id, ...place })}
        onCancel={onClose}
      >
        <PlaceFields value={place} onChange={setPlace} personId={person.id} />
        {place.officeId !== person.office.id && (
          <p className={classes.note}>Their contacts move to the new office with them.</p>
        )}
      </DialogForm>
    </Drawer>
  )
}
