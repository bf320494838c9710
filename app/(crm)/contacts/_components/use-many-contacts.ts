'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ContactStageName } from '#server/domain/contacts/contacts.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { whichOf } from '../../_lists/selection.ts'
import type { Picking } from '../../_lists/use-selection.ts'
import { useTellOutcome } from '../../_lists/use-tell-outcome.ts'
import type { ContactFilters } from '../_filters.ts'
import { STAGES } from '../_stages.words.ts'

/** Changes many contacts, says how many in words, and offers the way back. */
export function useManyContacts(picking: Picking, filters: ContactFilters) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries(trpc.contacts.pathFilter())
  const stages = useMutation(trpc.contacts.setStageOfMany.mutationOptions({ onSettled }))
  const agents = useMutation(trpc.contacts.handOverMany.mutationOptions({ onSettled }))
  const removal = useMutation(trpc.contacts.removeMany.mutationOptions({ onSettled }))
  const restore = useMutation(trpc.contacts.restoreMany.mutationOptions({ onSettled }))
  const tell = useTellOutcome(picking)
  const which = whichOf(picking.selection, filters)
  const backTo = (stage: ContactStageName, ids: string[]) => stages.mutate({ which: { ids }, stage })
  const handBack = (agentId: string, ids: string[]) => agents.mutate({ which: { ids }, agentId })
  return {
    busy: stages.isPending || agents.isPending || removal.isPending,
    setStage: (stage: ContactStageName) =>
      stages.mutate(
        { which, stage },
        {
          onSuccess: ({ before, ...outcome }) =>
            tell(outcome, `now ${STAGES[stage].label.toLowerCase()}`, () => {
              for (const { was, ids } of before) backTo(was, ids)
            }),
        },
      ),
    handOver: (agent: { id: string; fullName: string }) =>
      agents.mutate(
        { which, agentId: agent.id },
        {
          onSuccess: ({ before, ...outcome }) =>
            tell(outcome, `handed to ${agent.fullName}`, () => {
              for (const { was, ids } of before) handBack(was, ids)
            }),
        },
      ),
    remove: () =>
      removal.mutate(
        { which },
        { onSuccess: ({ ids, ...outcome }) => tell(outcome, 'removed', () => restore.mutate({ ids })) },
      ),
  }
}
