'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { type Warned, warned } from '../../_queries.ts'
import { warningKey } from '../../_warnings.words.ts'

/** Keeps an alert as it is: gone from the list at once, with the way back in the toast. */
export function useKeep() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = warned(trpc)
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.standing.pathFilter()),
      queryClient.invalidateQueries(trpc.alerts.pathFilter()),
    ])
  const refused = ({ message }: { message: string }) => {
    showProblem(message)
    void readAgain()
  }
  const keepIt = useMutation(trpc.standing.keep.mutationOptions({ onError: refused }))
  const unkeep = useMutation(trpc.standing.unkeep.mutationOptions({ onError: refused, onSuccess: readAgain }))
  return {
    keep: (item: Warned) => {
      const { lane, stage, stageAt, search } = item
      const warning = { searchId: search.id, lane, stage, stageAt }
      queryClient.setQueryData(
        queryKey,
        (old) => old && { ...old, items: old.items.filter((one) => warningKey(one) !== warningKey(item)) },
      )
      // The way back is offered once the word has arrived: undone before that, it would be kept again. By then the card
      // has gone, and what was handed to `mutate` with it.
      keepIt.mutateAsync(warning).then(
        () => {
          void queryClient.invalidateQueries(trpc.alerts.pathFilter())
          showUndo({
            message: `“${search.name}” stays as it is for half a year.`,
            onUndo: () => unkeep.mutate(warning),
          })
        },
        () => undefined,
      )
    },
  }
}
