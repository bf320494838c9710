'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { Section } from '../../../_ui/section.tsx'
import { showUndo } from '../../../_ui/toast.tsx'
import { agents, defaultPerson } from '../_queries.ts'
import classes from './settings.module.css'

/** Who gets the people that no agent knows, no agent's listing brought, and no office's manager covers: always somebody. */
export function DefaultPerson() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: person } = useSuspenseQuery(defaultPerson(trpc))
  const { data: possible } = useSuspenseQuery(agents(trpc))
  const { queryKey } = defaultPerson(trpc)
  const set = useMutation(
    trpc.leads.setDefaultPerson.mutationOptions({
      onMutate: ({ personId }) => {
        const chosen = possible.find(({ id }) => id === personId)
        if (chosen) queryClient.setQueryData(queryKey, { id: chosen.id, fullName: chosen.fullName })
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  )
  const options = [person, ...possible.filter(({ id }) => id !== person.id)].map(({ id, fullName }) => ({
    ...{ value: id, label: fullName },
  }))
  return (
    <Section title="New inquiries">
      <p className={classes.hint}>
        Who asks about a home goes to the agent they have, else to the agent who lists it, else to the manager of the
        office in its town. Everybody else goes to:
      </p>
      <PlainSelect
        label="Who gets everybody else"
        options={options}
        value={person.id}
        onChange={(personId) => {
          set.mutate({ personId })
          const to = options.find(({ value }) => value === personId)?.label ?? ''
          showUndo({
            message: `New inquiries go to ${to}.`,
            onUndo: () => set.mutate({ personId: person.id }),
          })
        }}
      />
    </Section>
  )
}
