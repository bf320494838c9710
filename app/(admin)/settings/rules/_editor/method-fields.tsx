import { Fieldset, Input, NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Method } from '#server/domain/leads/routing/routing.types.ts'
import { METHOD_WORDS, METHODS, type MethodKind } from '#server/domain/leads/routing/routing.words.ts'
import { CAP_SAID } from '#server/domain/leads/routing/why-not.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { agents } from '../../_queries.ts'
import { ponds } from '../_queries.ts'
import classes from './editor.module.css'
import { type Pool, PoolFields } from './pool-fields.tsx'

type Props = {
  method: Method
  isDefault: boolean
  problem: string | undefined
  onChange: (method: Method) => void
}

const NO_POOL: Pool = { officeIds: [], teamIds: [], agentIds: [] }

/** The same people by another method, where both have some. */
function switchTo(kind: MethodKind, before: Method): Method {
  const pool = 'pool' in before ? before.pool : NO_POOL
  switch (kind) {
    case 'named':
      return { kind, agentId: '' }
    case 'pond':
      return { kind, pondId: '' }
    case 'listing-agent':
    case 'usual':
      return { kind }
    case 'weighted':
      return { kind, pool, weights: [] }
    default:
      return { kind, pool }
  }
}

const DEFAULT_WEIGHT = 1

/** Who gets the leads that fit. */
export function MethodFields({ method, isDefault, problem, onChange }: Props) {
  const trpc = useTRPC()
  const people = useQuery(agents(trpc))
  const waters = useQuery(ponds(trpc))
  const kinds = METHODS.filter((kind) => isDefault || kind !== 'usual')
  const names = new Map(people.data?.map(({ id, fullName }) => [id, fullName]))
  return (
    <Fieldset legend="Who gets them" className={classes.fields}>
      <Select
        label="Method"
        description={METHOD_WORDS[method.kind].says}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: METHOD_WORDS[kind].label }))}
        value={method.kind}
        onChange={(value) => {
          const kind = kinds.find((each) => each === value)
          if (kind) onChange(switchTo(kind, method))
        }}
      />
      {method.kind === 'score' && <Input.Description>{CAP_SAID}</Input.Description>}
      {method.kind === 'named' && (
        <Select
          label="Agent"
          searchable
          allowDeselect={false}
          data={(people.data ?? []).map(({ id, fullName, office }) => ({
            value: id,
            label: `${fullName}, ${office.name}`,
          }))}
          value={method.agentId || null}
          error={problem}
          onChange={(agentId) => agentId && onChange({ ...method, agentId })}
        />
      )}
      {method.kind === 'pond' && (
        <Select
          label="Pond"
          allowDeselect={false}
          placeholder={waters.data?.length === 0 ? 'There is no pond yet' : ''}
          data={(waters.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={method.pondId || null}
          error={problem}
          onChange={(pondId) => pondId && onChange({ ...method, pondId })}
        />
      )}
      {'pool' in method && (
        <PoolFields pool={method.pool} problem={problem} onChange={(pool) => onChange({ ...method, pool })} />
      )}
      {method.kind === 'weighted' &&
        method.pool.agentIds.map((agentId) => (
          <NumberInput
            key={agentId}
            label={`Share of ${names.get(agentId) ?? 'an agent'}`}
            description="Beside the others' 1; 0 gets nothing."
            min={0}
            max={100}
            allowDecimal={false}
            value={method.weights.find((each) => each.agentId === agentId)?.weight ?? DEFAULT_WEIGHT}
            onChange={(weight) => {
              const others = method.weights.filter((each) => each.agentId !== agentId)
              onChange({ ...method, weights: [...others, { agentId, weight: Number(weight) || 0 }] })
            }}
          />
        ))}
    </Fieldset>
  )
}
