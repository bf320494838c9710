'use client'

import { IconBellPlus, IconBellSearch } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { formatCount } from '../../../_ui/format.ts'
import { Section } from '../../../_ui/section.tsx'
import type { Column } from '../../_lists/list-rows.tsx'
import { writeFilters } from '../../_lists/list-url.ts'
import { More } from '../../_lists/more.tsx'
import { useRowKeys } from '../../_lists/use-row-keys.ts'
import { useSelection } from '../../_lists/use-selection.ts'
import type { AlertFilters } from '../_filters.ts'
import { type AlertItem, alertPages } from '../_queries.ts'
import { AlertRows } from './alert-rows.tsx'

// Nothing is picked yet: it comes after the rows.
const AlertBulk = dynamic(() => import('./alert-bulk.tsx').then((module) => module.AlertBulk), { ssr: false })

/** "87 alerts"; more than the server counts is "1,000+". */
export function AlertCount({ filters }: { filters: AlertFilters }) {
  const { data } = useSuspenseInfiniteQuery(alertPages(useTRPC(), filters))
  const count = data.pages[0]?.count ?? 0
  return count === 1 ? '1 alert' : `${formatCount(count, 1_000)} alerts`
}

const NoAlerts = ({ isFiltered }: { isFiltered: boolean }) => (
  <Section flush>
    {isFiltered ? (
      <EmptyState
        icon={IconBellSearch}
        title="No alert fits these filters"
        action={<ActionLink href="/alerts?view=all">Show all alerts</ActionLink>}
      >
        Look by another name, or let a filter go.
      </EmptyState>
    ) : (
      <EmptyState
        icon={IconBellPlus}
        title="Nobody is waiting for homes yet"
        action={
          <ActionLink primary icon={IconBellPlus} href="/alerts/new">
            New alert
          </ActionLink>
        }
      >
        Say what somebody looks for, and they hear of each home that fits within 15 minutes.
      </EmptyState>
    )}
  </Section>
)

type Props = { filters: AlertFilters; columns: readonly Column<AlertItem>[] }

/** The alerts that the filters find, page after page, to pick from; or why there are none. */
export function AlertResults({ filters, columns }: Props) {
  const router = useRouter()
  const list = useSuspenseInfiniteQuery(alertPages(useTRPC(), filters))
  const alerts = list.data.pages.flatMap(({ items }) => items)
  const query = writeFilters(filters)
  const picking = useSelection(
    alerts.map(({ id }) => id),
    query,
  )
  useRowKeys({ picking, onEdit: (id) => router.push(`/alerts/${id}`) })
  if (alerts.length === 0) return <NoAlerts isFiltered={query !== ''} />
  return (
    <>
      <Section flush>
        <AlertRows alerts={alerts} columns={columns} picking={picking} />
        <More
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
          label="Loading more alerts"
        />
      </Section>
      <AlertBulk picking={picking} filters={filters} count={list.data.pages[0]?.count ?? 0} loaded={alerts.length} />
    </>
  )
}
