'use client'

import { Loader, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { streetLine, townLine } from '../../../../_homes/address.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatMoney } from '../../../../_ui/format.ts'

/** Finds a home by street, town, zip or MLS number as one types. */
export function HomePicker({ onPick }: { onPick: (listingId: string | null) => void }) {
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 200)
  const q = settled.split(' · ')[0] || undefined
  const found = useQuery(trpc.listings.list.queryOptions({ q }, { placeholderData: keepPreviousData }))
  const homes = new Map((found.data?.items ?? []).map((home) => [home.id, home]))
  return (
    <Select
      label="Home"
      placeholder="Street, town, zip or MLS number"
      searchable
      clearable
      data-autofocus
      // The server has already found; a second filter would hide what matched by its MLS number.
      filter={({ options }) => options}
      data={[...homes.values()].map((home) => ({ value: home.id, label: `${streetLine(home)} · ${home.city}` }))}
      renderOption={({ option }) => {
        const home = homes.get(option.value)
        return (
          <span>
            {option.label}
            <Text component="span" fz="xs" c="dimmed" display="block">
              {home && `${townLine(home)} · ${formatMoney(home.listPriceCents)}`}
            </Text>
          </span>
        )
      }}
      // Left to itself, the kit empties the field whenever the server's answer changes the options.
      searchValue={text}
      onSearchChange={setText}
      onChange={onPick}
      nothingFoundMessage={found.isFetching ? 'Looking…' : 'No home is called that.'}
      rightSection={found.isFetching && text ? <Loader size={14} /> : undefined}
      maxDropdownHeight={320}
      mb="md"
    />
  )
}
