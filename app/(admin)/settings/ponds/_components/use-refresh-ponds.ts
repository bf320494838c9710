'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'

/** Ponds are read under offers; rules and leads name them, too. */
export function useRefreshPonds() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries(trpc.offers.pathFilter())
}
