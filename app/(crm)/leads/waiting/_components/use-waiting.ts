'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showDone, showUndo } from '../../../../_ui/toast.tsx'
import type { Waiting } from '../_queries.ts'
import { waitingPages } from '../_queries.ts'

/** What can be done about something that waits. It is gone from the list at once; putting aside can be taken back. */
export function useWaiting() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = waitingPages(trpc)
  const refresh = () => queryClient.invalidateQueries(trpc.arrivals.pathFilter())
  const takeAway = ({ arrivalId }: { arrivalId: string }) =>
    queryClient.setQueryData(queryKey, (data) =>
      data
        ? {
            ...data,
            pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== arrivalId) })),
          }
        : data,
    )
  const options = { onMutate: takeAway, onSettled: refresh }
  const release = useMutation(trpc.arrivals.release.mutationOptions(options))
  const discard = useMutation(trpc.arrivals.discard.mutationOptions(options))
  const restore = useMutation(trpc.arrivals.restore.mutationOptions({ onSettled: refresh }))
  return {
    letIn: ({ id }: Waiting) =>
      release.mutate({ arrivalId: id }, { onSuccess: () => showDone('Let in. It goes the way of every lead.') }),
    putAside({ id }: Waiting) {
      discard.mutate({ arrivalId: id })
      showUndo({ message: 'Put aside as no lead.', onUndo: () => restore.mutate({ arrivalId: id }) })
    },
  }
}
