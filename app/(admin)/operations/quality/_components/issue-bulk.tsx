'use client'

import { IconBellOff, IconChevronDown, IconSparkles, IconUser } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Menu, MenuItem } from '../../../../_ui/menu.tsx'
import { showDone, showProblem } from '../../../../_ui/toast.tsx'
import { BulkBar } from '../../../../(crm)/_lists/bulk-bar.tsx'
import type { Picking } from '../../../../(crm)/_lists/use-selection.ts'
import { assignees } from '../_queries.ts'
import type { Which } from './use-rule-orders.ts'

type Props = {
  ruleKey: string
  /** The words of its repair; null where there is none. */
  repair: string | null
  picking: Picking
  count: number
  loaded: number
  busy: boolean
  onRepair: (which: Which) => void
  onMute: (ids: string[]) => void
}

/** What one can do with many records at once. */
export function IssueBulk({ ruleKey, repair, picking, count, loaded, busy, onRepair, onMute }: Props) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const people = useQuery(assignees(trpc)).data ?? []
  const { selection, clear } = picking
  const which: Which = selection.everything ? { all: true } : { ids: [...selection.ids] }
  const assign = useMutation(
    trpc.quality.assign.mutationOptions({
      onSuccess: ({ assigned }) => {
        showDone(assigned === 1 ? '1 record given.' : `${assigned} records given.`)
        clear()
      },
      onError: (error) => showProblem(error.message),
      onSettled: () => client.invalidateQueries(trpc.quality.pathFilter()),
    }),
  )
  return (
    <BulkBar picking={picking} count={count} loaded={loaded} noun="records" busy={busy || assign.isPending}>
      {repair && (
        <Action primary icon={IconSparkles} onClick={() => onRepair(which)}>
          {repair}
        </Action>
      )}
      <Menu
        label="Assign"
        button={(props) => (
          <Action icon={IconUser} after={IconChevronDown} {...props}>
            Assign
          </Action>
        )}
      >
        {people.map(({ id, fullName }) => (
          <MenuItem key={id} onClick={() => assign.mutate({ ruleKey, which, personId: id })}>
            {fullName}
          </MenuItem>
        ))}
        <MenuItem onClick={() => assign.mutate({ ruleKey, which, personId: null })}>Nobody</MenuItem>
      </Menu>
      {!selection.everything && (
        <Action icon={IconBellOff} onClick={() => onMute([...selection.ids])}>
          Mute
        </Action>
      )}
    </BulkBar>
  )
}
