'use client'

import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import table from '../../../../_ui/table.module.css'
import { hrefOf, type QuarantineFilters } from '../_filters.ts'
import { quarantinePages } from '../_queries.ts'
import classes from './quarantine.module.css'
import { QuarantineRow } from './quarantine-row.tsx'

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState
      icon={IconFilterOff}
      title="No document is in quarantine for this"
      action={
        <ActionLink href={hrefOf({})} scroll={false}>
          Show everything
        </ActionLink>
      }
    >
      It may have been let out in the meantime: a document follows by itself once it is mended in the old system.
    </EmptyState>
  ) : (
    <EmptyState icon={IconCircleCheck} title="Nothing is in quarantine">
      A document of the old system that can not be taken as it is waits here, whole, with the reason and what helps.
    </EmptyState>
  )

type Props = {
  /** What the rows are asked for with: a moment behind the address. */
  shown: QuarantineFilters
  /** What the address says; opening a document keeps it. */
  filters: QuarantineFilters
}

/** The documents that were put aside, a page at a time. */
export function QuarantineRows({ shown, filters }: Props) {
  const list = useSuspenseInfiniteQuery(quarantinePages(useTRPC(), shown))
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing filtered={Boolean(shown.stream || shown.reason)} />
  return (
    <>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Why</th>
            <th scope="col">First seen</th>
            <th scope="col">Last tried</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <QuarantineRow key={`${row.stream}/${row.sourceId}`} row={row} filters={filters} />
          ))}
        </tbody>
      </table>
      {list.hasNextPage && (
        <div className={classes.more}>
          <Action disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show more
          </Action>
        </div>
      )}
    </>
  )
}
