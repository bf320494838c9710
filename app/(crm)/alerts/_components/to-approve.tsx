'use client'

import { IconMailCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { approvals } from '../_queries.ts'

/** Shown when something waits for the agent's word. */
export function ToApprove() {
  const { data } = useQuery(approvals(useTRPC()))
  if (!data || data.items.length === 0) return null
  return (
    <ActionLink href="/alerts/approvals" icon={IconMailCheck}>
      {data.items.length}
      {data.hasMore && '+'} to approve
    </ActionLink>
  )
}
