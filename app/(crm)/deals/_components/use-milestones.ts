'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { MILESTONE_WORDS, type MilestoneKindName } from '#server/domain/deals/deals.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../_ui/toast.tsx'
import { type Deal, dealById } from '../_queries.ts'

/** Ticks a milestone off at once, with a way back. */
export function useMilestones({ id }: Pick<Deal, 'id'>) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { queryKey } = dealById(trpc, id)
  const send = useMutation(
    trpc.deals.setMilestone.mutationOptions({
      onError: ({ message }) => showProblem(message),
      onSettled: () => queryClient.invalidateQueries(trpc.deals.pathFilter()),
    }),
  )
  const show = (kind: MilestoneKindName, done: boolean) =>
    queryClient.setQueryData(queryKey, (old) => {
      if (old?.state !== 'read') return old
      const milestones = old.deal.milestones.map((step) =>
        step.kind === kind ? { ...step, doneAt: done ? new Date() : null } : step,
      )
      return { ...old, deal: { ...old.deal, milestones } }
    })
  const apply = async (kind: MilestoneKindName, done: boolean) => {
    // Before anything is waited for: a box that is not ticked in the same moment jumps back.
    show(kind, done)
    await queryClient.cancelQueries({ queryKey })
    show(kind, done)
    send.mutate({ dealId: id, kind, done })
  }
  const setDone = (kind: MilestoneKindName, done: boolean) => {
    void apply(kind, done)
    showUndo({
      message: `${MILESTONE_WORDS[kind]}: ${done ? 'done' : 'open again'}.`,
      onUndo: () => void apply(kind, !done),
    })
  }
  /** What was read meanwhile, because somebody else has moved a deal, knows nothing of the tick yet. */
  const isDone = ({ kind, doneAt }: Deal['milestones'][number]) =>
    send.isPending && send.variables.kind === kind ? send.variables.done : doneAt !== null
  return { setDone, isDone }
}
