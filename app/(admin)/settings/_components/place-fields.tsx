'use client'

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { roleWords } from '#server/domain/org/org.words.ts'
import type { Role } from '#server/generated/prisma/enums.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { agents, me, offices, teams } from '../_queries.ts'

export type Place = { role: Role; officeId: string; teamId: string | null; assistsId: string | null }
type Props = {
  value: Place
  onChange: (place: Place) => void
  /** The person who is placed: nobody assists themselves. */
  personId?: string
}

const named = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }))

/** Role, office, team and whom they assist; each offers only what fits the others. */
export function PlaceFields({ value, onChange, personId }: Props) {
  const trpc = useTRPC()
  const { data: self } = useQuery(me(trpc))
  const { data: allOffices = [] } = useQuery(offices(trpc))
  const { data: allTeams = [] } = useQuery(teams(trpc))
  const { data: allAgents = [] } = useQuery(agents(trpc))
  const roles = self?.may.grant ?? []
  const inOffice = <T extends { office: { id: string } }>(rows: readonly T[]) =>
    rows.filter(({ office }) => office.id === value.officeId)
  const bosses = inOffice(allAgents).filter(({ id }) => id !== personId)

  return (
    <>
      <Select
        label="Role"
        description={roleWords[value.role].purpose}
        allowDeselect={false}
        data={roles.map((role) => ({ value: role, label: roleWords[role].name }))}
        value={value.role}
        onChange={(role) => {
          const found = roles.find((each) => each === role)
          if (found) onChange({ ...value, role: found, assistsId: null })
        }}
      />
      <Select
        label="Office"
        allowDeselect={false}
        disabled={allOffices.length < 2}
        data={named(allOffices)}
        value={value.officeId}
        onChange={(officeId) => officeId && onChange({ ...value, officeId, teamId: null, assistsId: null })}
      />
      <Select
        label="Team"
        placeholder="No team"
        clearable
        clearButtonProps={{ 'aria-label': 'No team' }}
        data={named(inOffice(allTeams))}
        value={value.teamId}
        onChange={(teamId) => onChange({ ...value, teamId })}
      />
      {value.role === 'assistant' && (
        <Select
          label="Works for"
          placeholder="Choose an agent"
          searchable
          data={bosses.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          value={value.assistsId}
          onChange={(assistsId) => onChange({ ...value, assistsId })}
        />
      )}
    </>
  )
}
