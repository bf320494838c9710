'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import type { DealFilters } from '../_filters.ts'
import { dealBoard, dealPages } from '../_queries.ts'

/** Whether deals are edited here, by the answer that the page shows anyway: no question of its own. */
export function useCanEdit(filters: DealFilters): boolean {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const read = () => {
    if (filters.show !== 'list') {
      const board = queryClient.getQueryData(dealBoard(trpc, filters).queryKey)
      return board?.state === 'read' && board.canEdit
    }
    const [page] = queryClient.getQueryData(dealPages(trpc, filters).queryKey)?.pages ?? []
    return page?.state === 'read' && page.canEdit
  }
  return useSyncExternalStore(
    (tell) => queryClient.getQueryCache().subscribe(tell),
    read,
    () => false,
  )
}
