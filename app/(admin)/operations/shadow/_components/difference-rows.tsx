'use client'

import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import table from '../../../../_ui/table.module.css'
import { hrefOf, type ShadowFilters } from '../_filters.ts'
import { differencePages, type ShadowDay } from '../_queries.ts'
import { DifferenceLine } from './difference-line.tsx'
import classes from './difference-rows.module.css'

const Nothing = ({ day, isFiltered }: { day: ShadowDay; isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState
      icon={IconFilterOff}
      title="No difference of this cause on this day"
      action={
        <ActionLink href={hrefOf({ day: day.day })} scroll={false}>
          Show all causes
        </ActionLink>
      }
    >
      The day may have been compared again since.
    </EmptyState>
  ) : (
    <EmptyState icon={IconCircleCheck} title="Nothing differs on this day">
      {day.pairs === 0
        ? 'Neither engine told anybody of a home.'
        : 'Both engines told the same people of the same homes, at the same prices and addresses.'}
    </EmptyState>
  )

type Props = { day: ShadowDay; filters: ShadowFilters & { day: string } }

/** The differences of a day, person by person, a page at a time. */
export function DifferenceRows({ day, filters }: Props) {
  const list = useSuspenseInfiniteQuery(differencePages(useTRPC(), day.day, filters.cause))
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing day={day} isFiltered={filters.cause !== undefined} />
  const people = [...Map.groupBy(rows, ({ person }) => person)]
  return (
    <>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Home</th>
            <th scope="col">What differs</th>
            <th scope="col">Cause</th>
          </tr>
        </thead>
        {people.map(([person, found]) => (
          <tbody key={person}>
            <tr className={classes.person}>
              <th scope="rowgroup" colSpan={3}>
                {found[0]?.contact?.fullName ?? `Somebody unknown here (${person.slice(2)})`}
              </th>
            </tr>
            {found.map((row) => (
              <DifferenceLine key={row.id} row={row} filters={filters} />
            ))}
          </tbody>
        ))}
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
