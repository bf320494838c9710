'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { type Approval, approvals } from '../../_queries.ts'

/** Decides what goes out: gone from the list at once, with the way back in the toast. */
export function useApprovals() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = approvals(trpc)
  const readAgain = () => queryClient.invalidateQueries({ queryKey })
  const leave = (holdId: string) =>
    queryClient.setQueryData(queryKey, (old) => old && { ...old, items: old.items.filter(({ id }) => id !== holdId) })
  const refused = ({ message }: { message: string }) => {
    showProblem(message)
    void readAgain()
  }
  const approve = useMutation(trpc.rhythm.approve.mutationOptions({ onError: refused }))
  const skip = useMutation(trpc.rhythm.skip.mutationOptions({ onError: refused }))
  const undecide = useMutation(trpc.rhythm.undecide.mutationOptions({ onError: refused, onSuccess: readAgain }))

  /** The way back is offered once the word has arrived: undone before that, it would be decided again. */
  const say = (message: string, holdId: string) => () =>
    showUndo({ message, onUndo: () => undecide.mutate({ holdId }) })

  /** By the promise: the card that asked is gone by then, and what is told to a card that is gone is not heard. */
  const arrived = (order: Promise<unknown>, then: () => void) => void order.then(then, () => undefined)

  return {
    approve: ({ id: holdId, contact, homes }: Approval, listingIds: string[]) => {
      leave(holdId)
      const some = listingIds.length === homes.length ? '' : `${listingIds.length} of ${homes.length} homes for `
      arrived(approve.mutateAsync({ holdId, listingIds }), say(`Approved: ${some}${contact.fullName}.`, holdId))
    },
    skip: ({ id: holdId, contact }: Approval) => {
      leave(holdId)
      arrived(skip.mutateAsync({ holdId }), say(`Skipped: ${contact.fullName} will not hear of it.`, holdId))
    },
  }
}
