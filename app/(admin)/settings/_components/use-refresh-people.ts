'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'

/** After any change to people, teams or offices: their lists name each other. */
export function useRefreshPeople() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries(trpc.org.pathFilter())
}
