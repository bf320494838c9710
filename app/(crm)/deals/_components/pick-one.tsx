'use client'

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'

export type Picked = { id: string; label: string }
type Props = { value: Picked | null; onChange: (picked: Picked | null) => void }

const LEAST_LETTERS = 2

/** What a few letters find, with what is chosen among them. */
function useFound(value: Picked | null) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    ...useTRPC().find.anything.queryOptions({ q: asked }),
    enabled: asked.length >= LEAST_LETTERS && asked !== value?.label,
    placeholderData: keepPreviousData,
  })
  return { typed, setTyped, people: found.data?.people ?? [], homes: found.data?.homes ?? [] }
}

type FieldProps = Props & {
  label: string
  placeholder: string
  options: Picked[]
  typed: string
  onType: (text: string) => void
}

function Field({ label, placeholder, value, onChange, options, typed, onType }: FieldProps) {
  const all = value && !options.some(({ id }) => id === value.id) ? [value, ...options] : options
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      nothingFoundMessage={typed.trim().length < LEAST_LETTERS ? 'Type a few letters.' : 'Nothing found.'}
      // The server has found them; what it thinks alike need not share letters.
      filter={({ options: given }) => given}
      data={all.map(({ id, label: words }) => ({ value: id, label: words }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(all.find((one) => one.id === id) ?? null)}
      searchValue={typed}
      onSearchChange={onType}
    />
  )
}

export function PickHome(props: Props) {
  const { typed, setTyped, homes } = useFound(props.value)
  const options = homes.map(({ id, streetAddress, unitNumber, city }) => ({
    id,
    label: `${streetAddress}${unitNumber ? ` #${unitNumber}` : ''}, ${city}`,
  }))
  return (
    <Field
      {...props}
      label="Home"
      placeholder="Street or MLS number"
      options={options}
      typed={typed}
      onType={setTyped}
    />
  )
}

export function PickContact(props: Props) {
  const { typed, setTyped, people } = useFound(props.value)
  const options = people.map(({ id, fullName, agent }) => ({ id, label: `${fullName} (${agent})` }))
  return (
    <Field
      {...props}
      label="Contact"
      placeholder="Name, e-mail or phone"
      options={options}
      typed={typed}
      onType={setTyped}
    />
  )
}
