'use client'

import { useQuery } from '@tanstack/react-query'
import { DEAL_STAGES } from '#server/domain/deals/deals.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { Segments } from '../../../_ui/segments.tsx'
import { agentsToPick } from '../../contacts/_queries.ts'
import { stageName } from '../_deals.words.ts'
import type { DealFilters } from '../_filters.ts'
import classes from './deals.module.css'

const SHAPES = [
  { value: 'board', label: 'Board' },
  { value: 'list', label: 'List' },
] as const
const CLOSING = [
  { value: 'any', label: 'Closing any time' },
  { value: 'thisMonth', label: 'Closing this month' },
] as const
const STAGES = [
  { value: 'any', label: 'Any stage' },
  ...DEAL_STAGES.map((value) => ({ value, label: stageName(value) })),
] as const

type Props = { filters: DealFilters; onChange: (filters: DealFilters) => void }

/** How deals are shown, and which of them. */
export function DealBar({ filters, onChange }: Props) {
  const { show, agentId, stage, closing } = filters
  const agents = useQuery(agentsToPick(useTRPC())).data ?? []
  const set = (change: DealFilters) => onChange({ ...filters, ...change })
  const agent = agents.find(({ id }) => id === agentId)
  const chips = [
    ...(agent ? [{ key: 'agent', label: agent.fullName, onRemove: () => set({ agentId: undefined }) }] : []),
    ...(stage && show ? [{ key: 'stage', label: stageName(stage), onRemove: () => set({ stage: undefined }) }] : []),
    ...(closing ? [{ key: 'closing', label: 'Closing this month', onRemove: () => set({ closing: undefined }) }] : []),
  ]
  return (
    <div className={classes.bar}>
      <Segments
        label="Show as"
        options={SHAPES}
        value={show ?? 'board'}
        onChange={(value) => set(value === 'list' ? { show: 'list' } : { show: undefined, stage: undefined })}
      />
      {agents.length > 1 && (
        <PlainSelect
          label="Agent"
          options={[
            { value: 'any', label: 'Every agent' },
            ...agents.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ]}
          value={agentId ?? 'any'}
          onChange={(value) => set({ agentId: value === 'any' ? undefined : value })}
        />
      )}
      {show === 'list' && (
        <PlainSelect
          label="Stage"
          options={STAGES}
          value={stage ?? 'any'}
          onChange={(value) => set({ stage: value === 'any' ? undefined : value })}
        />
      )}
      <PlainSelect
        label="Closing"
        options={CLOSING}
        value={closing ?? 'any'}
        onChange={(value) => set({ closing: value === 'any' ? undefined : value })}
      />
      <FilterChips chips={chips} onClear={() => onChange({ show })} />
    </div>
  )
}
