'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showDone, showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { repairedInWords, undoneInWords } from '../_quality.words.ts'

/** Issues that were picked, or all open ones of the rule. */
export type Which = { ids: string[] } | { all: true }

/** Repairs, their undo, and hearing again of what was muted: each says what it did. */
export function useRuleOrders(ruleKey: string, onDone: () => void) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries(trpc.quality.pathFilter())
  const onError = (error: { message: string }) => showProblem(error.message)
  const undo = useMutation(
    trpc.quality.undo.mutationOptions({
      onSuccess: (done) => (done.refused > 0 ? showProblem(undoneInWords(done)) : showDone(undoneInWords(done))),
      onError,
      onSettled,
    }),
  )
  const repair = useMutation(
    trpc.quality.repair.mutationOptions({
      onSuccess: (done) => {
        onDone()
        const message = repairedInWords(done)
        if (done.repaired === 0) showDone(message)
        else showUndo({ message, onUndo: () => undo.mutate({ batchId: done.batchId }), seconds: 12 })
      },
      onError,
      onSettled,
    }),
  )
  const unmute = useMutation(
    trpc.quality.unmute.mutationOptions({
      onSuccess: () => showDone('You hear of it again.'),
      onError,
      onSettled,
    }),
  )
  return {
    repair: (which: Which) => repair.mutate({ ruleKey, which, requestKey: crypto.randomUUID() }),
    undo: (batchId: string) => undo.mutate({ batchId }),
    unmute: (muteId: string) => unmute.mutate({ muteId }),
    busy: repair.isPending || undo.isPending || unmute.isPending,
  }
}
