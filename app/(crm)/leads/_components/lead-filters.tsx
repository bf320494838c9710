'use client'

import { DOOR_SAID, DOORS } from '#server/domain/leads/doors/doors.words.ts'
import { LEAD_KINDS } from '#server/domain/leads/leads.words.ts'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { Segments } from '../../../_ui/segments.tsx'
import type { LeadFilters } from '../_filters.ts'
import { KIND_LABEL } from '../_leads.words.ts'
import classes from './leads.module.css'

const STATES = [
  { value: 'waiting', label: 'To answer' },
  { value: 'offered', label: 'Offered' },
  { value: 'pond', label: 'In a pond' },
  { value: 'open', label: 'With an agent' },
  { value: 'idle', label: 'Not worked yet' },
  { value: 'answered', label: 'Answered' },
  { value: 'all', label: 'All' },
] as const
const KINDS = [
  { value: 'any', label: 'Any kind' },
  ...LEAD_KINDS.map((value) => ({ value, label: KIND_LABEL[value] })),
] as const
const BY = [{ value: 'any', label: 'Any door' }, ...DOORS.map((value) => ({ value, label: DOOR_SAID[value] }))] as const
const WHO = [
  { value: 'all', label: 'Everybody' },
  { value: 'mine', label: 'Mine' },
  { value: 'new', label: 'New people' },
] as const

type Props = { filters: LeadFilters; onChange: (filters: LeadFilters) => void }

function chipsOf({ filters, onChange }: Props) {
  const { kind, door, isNew, isMine } = filters
  const chip = (key: keyof LeadFilters, label: string) => ({
    ...{ key, label },
    onRemove: () => onChange({ ...filters, [key]: undefined }),
  })
  return [
    ...(kind ? [chip('kind', KIND_LABEL[kind])] : []),
    ...(door ? [chip('door', DOOR_SAID[door])] : []),
    ...(isNew ? [chip('isNew', 'New people')] : []),
    ...(isMine ? [chip('isMine', 'Mine')] : []),
  ]
}

/** Which leads are shown: how they stand, what they want, by which door, and whose they are. */
export function LeadFilterBar({ filters, onChange }: Props) {
  const { state, kind, door, isNew, isMine } = filters
  return (
    <div className={classes.bar}>
      <div className={classes.states}>
        <Segments
          label="State"
          options={STATES}
          value={state ?? 'waiting'}
          onChange={(value) => onChange({ ...filters, state: value === 'waiting' ? undefined : value })}
        />
      </div>
      <PlainSelect
        label="Kind"
        options={KINDS}
        value={kind ?? 'any'}
        onChange={(value) => onChange({ ...filters, kind: value === 'any' ? undefined : value })}
      />
      <PlainSelect
        label="Door"
        options={BY}
        value={door ?? 'any'}
        onChange={(value) => onChange({ ...filters, door: value === 'any' ? undefined : value })}
      />
      <PlainSelect
        label="Who"
        options={WHO}
        value={isMine ? 'mine' : isNew ? 'new' : 'all'}
        onChange={(value) =>
          onChange({
            ...filters,
            isNew: value === 'new' ? 'yes' : undefined,
            isMine: value === 'mine' ? 'yes' : undefined,
          })
        }
      />
      <FilterChips chips={chipsOf({ filters, onChange })} onClear={() => onChange({ state })} />
    </div>
  )
}
