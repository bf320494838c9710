'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { homesInLists } from '../_queries.ts'

/** The home that is pointed at, as far as this device knows it. */
export function useHomeOf(id: string | null) {
  const [trpc, queryClient] = [useTRPC(), useQueryClient()]
  return useMemo(() => (id ? (homesInLists(queryClient, trpc, [id])[0] ?? null) : null), [id, queryClient, trpc])
}
