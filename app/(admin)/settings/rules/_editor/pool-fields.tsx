import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Method } from '#server/domain/leads/routing/routing.types.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { agents, offices, teams } from '../../_queries.ts'

export type Pool = Extract<Method, { pool: unknown }>['pool']
type Props = { pool: Pool; problem: string | undefined; onChange: (pool: Pool) => void }

/** Everybody of offices and teams who takes leads, and agents by name. */
export function PoolFields({ pool, problem, onChange }: Props) {
  const trpc = useTRPC()
  const houses = useQuery(offices(trpc))
  const groups = useQuery(teams(trpc))
  const people = useQuery(agents(trpc))
  const field = { searchable: true, clearable: true, maxDropdownHeight: 280 }
  return (
    <>
      <MultiSelect
        {...field}
        label="Offices"
        description="Agents and team leads of these offices."
        data={(houses.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={pool.officeIds}
        error={problem}
        onChange={(officeIds) => onChange({ ...pool, officeIds })}
      />
      <MultiSelect
        {...field}
        label="Teams"
        data={(groups.data ?? []).map(({ id, name, office }) => ({ value: id, label: `${name}, ${office.name}` }))}
        value={pool.teamIds}
        onChange={(teamIds) => onChange({ ...pool, teamIds })}
      />
      <MultiSelect
        {...field}
        label="Agents"
        data={(people.data ?? []).map(({ id, fullName, office }) => ({
          value: id,
          label: `${fullName}, ${office.name}`,
        }))}
        value={pool.agentIds}
        onChange={(agentIds) => onChange({ ...pool, agentIds })}
      />
    </>
  )
}
