'use client'

import { Alert } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../_trpc/client.tsx'
import { When } from '../_ui/when.tsx'

/** Where people wait for alerts: that none leave, since when and why. Nothing while they do. */
export function AlertsStopped({ children }: { children?: ReactNode }) {
  const { data: brake } = useQuery(useTRPC().mail.standstill.queryOptions())
  if (!brake) return null
  return (
    <Alert
      color="coral"
      mb="md"
      icon={<IconPlayerPause size={20} aria-hidden />}
      title={
        <>
          Alerts were stopped <When at={brake.pulledAt} />
        </>
      }
    >
      {brake.reason} They wait, and none is lost. {children ?? 'An admin can let them go on under Operations.'}
    </Alert>
  )
}
