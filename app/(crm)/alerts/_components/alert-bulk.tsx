'use client'

import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { BulkBar } from '../../_lists/bulk-bar.tsx'
import { whichOf } from '../../_lists/selection.ts'
import type { Picking } from '../../_lists/use-selection.ts'
import { useTellOutcome } from '../../_lists/use-tell-outcome.ts'
import type { AlertFilters } from '../_filters.ts'

type Props = { picking: Picking; filters: AlertFilters; count: number; loaded: number }

/** What one can do with many alerts at once. */
export function AlertBulk({ picking, filters, count, loaded }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries(trpc.alerts.pathFilter())
  const active = useMutation(trpc.alerts.setActiveOfMany.mutationOptions({ onSettled }))
  const removal = useMutation(trpc.alerts.removeMany.mutationOptions({ onSettled }))
  const restore = useMutation(trpc.alerts.restoreMany.mutationOptions({ onSettled }))
  const tell = useTellOutcome(picking)
  const which = whichOf(picking.selection, filters)
  const switchTo = (on: boolean) =>
    active.mutate(
      { which, active: on },
      {
        onSuccess: ({ ids, ...outcome }) =>
          tell(outcome, on ? 'resumed' : 'paused', () => active.mutate({ which: { ids }, active: !on })),
      },
    )
  const remove = () =>
    removal.mutate(
      { which },
      { onSuccess: ({ ids, ...outcome }) => tell(outcome, 'removed', () => restore.mutate({ ids })) },
    )
  return (
    <BulkBar picking={picking} count={count} loaded={loaded} noun="alerts" busy={active.isPending || removal.isPending}>
      <Action icon={IconPlayerPause} onClick={() => switchTo(false)}>
        Pause
      </Action>
      <Action icon={IconPlayerPlay} onClick={() => switchTo(true)}>
        Resume
      </Action>
      <Action icon={IconTrash} onClick={remove}>
        Remove
      </Action>
    </BulkBar>
  )
}
