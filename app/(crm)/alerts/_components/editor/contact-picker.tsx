'use client'

import { Loader, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import type { PickedContact } from '../../_draft.ts'

type Props = {
  picked: PickedContact | null
  problem: string | undefined
  onPick: (contact: PickedContact | null) => void
}

/** Finds a contact by name or address as one types. */
export function ContactPicker({ picked, problem, onPick }: Props) {
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 200)
  const q = settled && settled !== picked?.fullName ? settled : undefined
  const found = useQuery(trpc.contacts.list.queryOptions({ q }, { placeholderData: keepPreviousData }))
  const contacts = new Map<string, PickedContact>()
  for (const { id, fullName, email } of [...(found.data?.items ?? []), ...(picked ? [picked] : [])]) {
    contacts.set(id, { id, fullName, email })
  }

  return (
    <Select
      label="Contact"
      withAsterisk
      placeholder="Name or e-mail address"
      searchable
      clearable
      value={picked?.id ?? null}
      error={problem}
      description={
        picked && !picked.email ? 'No e-mail address yet: the alert stays off until there is one.' : undefined
      }
      // The server has already found; a second filter would hide who matched by their address.
      filter={({ options }) => options}
      data={[...contacts.values()].map(({ id, fullName }) => ({ value: id, label: fullName }))}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <Text component="span" fz="xs" c="dimmed" display="block">
            {contacts.get(option.value)?.email ?? 'No e-mail address'}
          </Text>
        </span>
      )}
      onSearchChange={setText}
      onChange={(id) => onPick((id && contacts.get(id)) || null)}
      nothingFoundMessage={found.isFetching ? 'Looking…' : 'Nobody is called that. Add them under Contacts first.'}
      rightSection={found.isFetching && text ? <Loader size={14} /> : undefined}
      maxDropdownHeight={320}
    />
  )
}
