'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { keepersToPick } from '../_queries.ts'

type Props = { who: string; onChange: (who: string | undefined) => void }

/** Whose days are shown; who looks after nobody else is not asked. */
export function WhoSelect({ who, onChange }: Props) {
  const { data: people } = useSuspenseQuery(keepersToPick(useTRPC()))
  if (people.length < 2) return null
  const others = people.slice(1).map(({ id, fullName }) => ({ value: id, label: fullName }))
  return (
    <PlainSelect
      label="Whose days"
      options={[{ value: 'me', label: 'My days' }, { value: 'all', label: 'Everybody' }, ...others]}
      value={who}
      onChange={(value) => onChange(value === 'me' ? undefined : value)}
    />
  )
}
