'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showDone, showProblem, showUndo } from '../../../../_ui/toast.tsx'
import { countedLeads, undoneInWords } from '../_plan.words.ts'

type Picked = { inquiryIds: string[]; leaveOut: boolean }

/** As long as after other deeds with many rows. */
const UNDO_SECONDS = 12

/** Gives leads back that were given anew, and names those that stay where they are with the reason. */
function useUndo() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return useMutation(
    trpc.reroute.undo.mutationOptions({
      meta: { quiet: true },
      onError: ({ message }) => showProblem(message),
      onSuccess: (undone) => {
        const said = undoneInWords(undone)
        if (undone.kept.length === 0) showDone(said)
        else showProblem(said)
      },
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.reroute.pathFilter()),
          queryClient.invalidateQueries(trpc.leads.pathFilter()),
        ]),
    }),
  )
}

/** Looks what the rules would do, and does just that; where it would come out otherwise by now, it says so and looks again. */
export function useReroute(picked: Picked) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const undo = useUndo()
  const plan = useMutation(trpc.reroute.plan.mutationOptions({ meta: { quiet: true } }))
  const give = useMutation(
    trpc.reroute.go.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ moved, batchId }) => {
        showUndo({
          message: `${countedLeads(moved)} given anew. Whoever gets or is asked for one hears of it.`,
          onUndo: () => undo.mutate({ batchId }),
          seconds: UNDO_SECONDS,
        })
        plan.reset()
        await Promise.all([
          queryClient.invalidateQueries(trpc.reroute.pathFilter()),
          queryClient.invalidateQueries(trpc.leads.pathFilter()),
        ])
      },
      onError: () => plan.reset(),
    }),
  )
  return {
    plan: plan.data,
    isLooking: plan.isPending,
    isGoing: give.isPending,
    problem: give.error?.message ?? plan.error?.message ?? null,
    look: () => {
      give.reset()
      plan.mutate(picked)
    },
    go: () => {
      if (plan.data) give.mutate({ ...picked, digest: plan.data.digest })
    },
    /** Another choice has another plan. */
    forget: () => {
      plan.reset()
      give.reset()
    },
  }
}
