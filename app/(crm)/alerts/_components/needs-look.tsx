'use client'

import { IconEyeExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { warned } from '../_queries.ts'

/** Shown when an alert needs a look before something changes. */
export function NeedsLook() {
  const { data } = useQuery(warned(useTRPC()))
  if (!data || data.items.length === 0) return null
  const { length } = data.items
  return (
    <ActionLink href="/alerts/needs-a-look" icon={IconEyeExclamation}>
      {`${length}${data.hasMore ? '+' : ''} ${length === 1 ? 'needs' : 'need'} a look`}
    </ActionLink>
  )
}
