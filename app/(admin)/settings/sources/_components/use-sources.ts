'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showUndo } from '../../../../_ui/toast.tsx'
import { type Source, sources } from '../_queries.ts'

/** Shuts and opens a source at once; the list is right before the server has answered. */
export function useSetActive() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = sources(trpc)
  const write = (sourceId: string, isActive: boolean) =>
    queryClient.setQueryData(queryKey, (list) =>
      list?.map((each) => (each.id === sourceId ? { ...each, isActive } : each)),
    )
  const { mutate } = useMutation(
    trpc.sources.setActive.mutationOptions({
      onMutate: ({ sourceId, active }) => write(sourceId, active),
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  )
  return (source: Source) => {
    const { id: sourceId, name, isActive } = source
    const message = isActive ? `${name} is paused: what it sends is refused.` : `${name} is open.`
    const close = showUndo({ message, onUndo: () => mutate({ sourceId, active: isActive }) })
    mutate({ sourceId, active: !isActive }, { onError: () => void close() })
  }
}

/** After a change: the list, and with it everything that shows a source's name. */
export function useRefreshSources() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries(trpc.sources.pathFilter())
}
