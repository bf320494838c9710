'use client'

import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { showDone } from '../../../../_ui/toast.tsx'
import type { WholeLead } from '../../_queries.ts'

type Props = { lead: WholeLead; onClose: () => void }
const POND = 'pond:'

/** Gives a lead to an agent, or puts it into a pond: whoever is asked just now hears that it is over. */
export function GiveDialog({ lead, onClose }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const agents = useQuery(trpc.org.agents.queryOptions())
  const ponds = useQuery(trpc.offers.ponds.queryOptions())
  const settle = {
    meta: { quiet: true },
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries(trpc.leads.pathFilter()),
        queryClient.invalidateQueries(trpc.offers.pathFilter()),
      ])
      showDone('Done. Whoever was asked hears of it.')
      onClose()
    },
  }
  const give = useMutation(trpc.leads.give.mutationOptions(settle))
  const putIntoPond = useMutation(trpc.leads.putIntoPond.mutationOptions(settle))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    if (chosen.startsWith(POND)) putIntoPond.mutate({ inquiryId: lead.id, pondId: chosen.slice(POND.length) })
    else give.mutate({ inquiryId: lead.id, agentId: chosen })
  }
  const people = (agents.data ?? []).filter(({ id }) => id !== lead.agent?.id)
  const problem = wordsOf(give.error) ?? wordsOf(putIntoPond.error)
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Give ${lead.fullName} to somebody`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <Select
            label="To whom"
            description={
              lead.offer ? 'Whoever is asked just now hears that the offer is over.' : 'They get a mail with all of it.'
            }
            placeholder="An agent, or a pond"
            searchable
            data-autofocus
            data={[
              { group: 'Agents', items: people.map(({ id, fullName }) => ({ value: id, label: fullName })) },
              {
                group: 'Ponds',
                items: (ponds.data ?? []).map(({ id, name }) => ({ value: `${POND}${id}`, label: name })),
              },
            ]}
            value={chosen}
            onChange={setChosen}
            error={problem}
          />
          <Group>
            <Button type="submit" disabled={!chosen} loading={give.isPending || putIntoPond.isPending}>
              Give it
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
