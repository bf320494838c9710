'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { showDone } from '../../../../_ui/toast.tsx'

type Picked = { inquiryIds: string[]; leaveOut: boolean }

const counted = (count: number) => (count === 1 ? '1 lead' : `${count} leads`)

/** Looks what the rules would do, and does just that; where it would come out otherwise by now, it says so and looks again. */
export function useReroute(picked: Picked) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const plan = useMutation(trpc.reroute.plan.mutationOptions({ meta: { quiet: true } }))
  const give = useMutation(
    trpc.reroute.go.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ moved }) => {
        showDone(`${counted(moved)} given anew. Whoever gets or is asked for one hears of it.`)
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
