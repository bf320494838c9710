import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { anyCriteria, type CriteriaDraft } from '../../_draft.ts'

/** How many homes an alert would begin with at this moment, asked a moment after the last key. */
export function useFirstSend(criteria: CriteriaDraft | null, searchId: string | null) {
  const [settled] = useDebouncedValue(criteria, 300)
  const { data, isPlaceholderData } = useQuery(
    useTRPC().firstSend.count.queryOptions(
      { criteria: settled ?? anyCriteria, searchId },
      { enabled: settled !== null, placeholderData: keepPreviousData },
    ),
  )
  return { ...data, isStale: isPlaceholderData || criteria !== settled }
}
export type FirstSend = ReturnType<typeof useFirstSend>
