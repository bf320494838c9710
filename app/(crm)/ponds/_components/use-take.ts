'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone, showProblem } from '../../../_ui/toast.tsx'

/** Takes a lead out of a pond and opens it: of many at once one has it, and the others hear who. */
export function useTake() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const take = useMutation(
    trpc.offers.takeFromPond.mutationOptions({
      onSuccess: ({ inquiryId }) => {
        showDone('It is yours. Reach them while they still wait.')
        router.push(`/leads/${inquiryId}`)
      },
      onError: ({ message }) => showProblem(message),
      onSettled: () => queryClient.invalidateQueries(trpc.offers.pathFilter()),
    }),
  )
  return { take: (inquiryId: string) => take.mutate({ inquiryId }), isTaking: take.isPending }
}
export type Take = ReturnType<typeof useTake>
