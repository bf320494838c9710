'use client'

import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../_trpc/client.tsx'
import { Note } from '../_ui/note.tsx'
import { When } from '../_ui/when.tsx'

/** Where people wait for alerts: that none leave, since when and why. Nothing while they do. */
export function AlertsStopped({ children }: { children?: ReactNode }) {
  const { data: brake } = useQuery(useTRPC().mail.standstill.queryOptions())
  if (!brake) return null
  return (
    <Note
      tone="warning"
      icon={IconPlayerPause}
      title={
        <>
          Alerts were stopped <When at={brake.pulledAt} />
        </>
      }
    >
      {brake.reason} They wait, and none is lost. {children ?? 'An admin can let them go on under Operations.'}
    </Note>
  )
}
