'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { anyCriteria, type CriteriaDraft } from '../../_draft.ts'

const inWords = (count: number) =>
  count === 0 ? 'No home fits now' : count === 1 ? '1 home fits now' : `${formatCount(count, 1_000)} homes fit now`

/** What the criteria find at this moment, asked a moment after the last key. The last answer stays until the next one is here. */
export function usePreview(criteria: CriteriaDraft | null) {
  const [settled] = useDebouncedValue(criteria, 300)
  const preview = useQuery(
    useTRPC().alerts.preview.queryOptions(
      { criteria: settled ?? anyCriteria },
      { enabled: settled !== null, placeholderData: keepPreviousData },
    ),
  )
  const { data, isError, isPlaceholderData } = preview
  return {
    count: data?.count,
    tooBroad: data?.tooBroad ?? false,
    homes: data?.sample,
    words: data ? inWords(data.count) : isError ? 'The homes did not load' : 'Counting homes…',
    isStale: isPlaceholderData || criteria !== settled,
  }
}
