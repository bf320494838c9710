'use client'

import { Button, Modal, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsOf } from '../../../_trpc/form-failure.ts'
import { Problem } from '../../../_ui/problem.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { showUndo } from '../../../_ui/toast.tsx'
import { agents, bookSize } from '../_queries.ts'
import type { PersonView } from './person.types.ts'
import classes from './settings.module.css'
import { useRefreshPeople } from './use-refresh-people.ts'

/** Asks once, and who takes the contacts over when there are any. */
export function RemoveDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const { data: book } = useQuery(bookSize(trpc, person.id))
  const { data: possible = [] } = useQuery(agents(trpc))
  const [successorId, setSuccessorId] = useState<string | null>(null)
  const restore = useMutation(trpc.org.restorePerson.mutationOptions({ onSuccess: refresh }))
  const remove = useMutation(
    trpc.org.removePerson.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ handedOver }) => {
        await refresh()
        const kept = handedOver > 0 ? ` ${handedOver} contacts stay with who took them over.` : ''
        showUndo({
          message: `${person.fullName} was removed.${kept}`,
          onUndo: () => restore.mutate({ personId: person.id }),
        })
        onClose()
      },
    }),
  )
  const contacts = book?.contacts ?? 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Remove ${person.fullName}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <div className={classes.form}>
        <Problem>{wordsOf(remove.error)}</Problem>
        <p className={classes.note}>
          They are signed out everywhere at once and cannot sign in again. What they did stays; you can bring them back.
        </p>
        <p className={classes.note}>
          Leads that they have not answered go to whoever takes over.{' '}
          <TextLink underlined href={`/leads/reroute?agent=${person.id}`}>
            Let the rules give them to others first
          </TextLink>
        </p>
        {contacts > 0 && (
          <Select
            label={`Who takes over their ${contacts === 1 ? 'contact' : `${contacts} contacts`}?`}
            placeholder="Choose an agent"
            searchable
            data={possible
              .filter(({ id }) => id !== person.id)
              .map(({ id, fullName, office }) => ({ value: id, label: `${fullName} · ${office.name}` }))}
            value={successorId}
            onChange={setSuccessorId}
          />
        )}
        <div className={classes.foot}>
          <Button
            color="coral.8"
            disabled={!book || (contacts > 0 && !successorId)}
            loading={remove.isPending}
            onClick={() => remove.mutate({ personId: person.id, successorId })}
          >
            Remove
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep
          </Button>
        </div>
      </div>
    </Modal>
  )
}
