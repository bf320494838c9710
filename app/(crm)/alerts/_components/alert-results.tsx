'use client'

import { Button } from '@mantine/core'
import { IconBellPlus, IconBellSearch } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '../../../_trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import type { AlertFilters } from '../_filters.ts'
import { alertPages } from '../_queries.ts'
import { AlertRows } from './alert-rows.tsx'
import { More } from './more.tsx'

const NewAlert = () => (
  <Button component={Link} href="/alerts/new" leftSection={<IconBellPlus size={16} aria-hidden />}>
    New alert
  </Button>
)

/** The alerts that the filters find, page after page; or why there are none. */
export function AlertResults({ filters }: { filters: AlertFilters }) {
  const list = useSuspenseInfiniteQuery(alertPages(useTRPC(), filters))
  const alerts = list.data.pages.flatMap(({ items }) => items)
  if (alerts.length === 0 && (filters.q || filters.state)) {
    return (
      <EmptyState
        icon={IconBellSearch}
        title="No alert fits these filters"
        action={
          <Button component={Link} href="/alerts" variant="default">
            Show all alerts
          </Button>
        }
      >
        Look by another name, or let a filter go.
      </EmptyState>
    )
  }
  if (alerts.length === 0) {
    return (
      <EmptyState icon={IconBellPlus} title="Nobody is waiting for homes yet" action={<NewAlert />}>
        Say what somebody looks for, and they hear of each home that fits within 15 minutes.
      </EmptyState>
    )
  }
  return (
    <>
      <AlertRows alerts={alerts} />
      <More
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
        label="Loading more alerts"
      />
    </>
  )
}
