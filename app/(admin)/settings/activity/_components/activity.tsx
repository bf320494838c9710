'use client'

import { IconHistory } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useDeferredValue } from 'react'
import { AUDIT_GROUP_NAMES, AUDIT_GROUPS } from '#server/domain/audit/audit.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { FilterChips } from '../../../../_ui/filter-chips.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { type ActivityFilters, activityHref, readActivityFilters } from '../_filters.ts'
import { deeds } from '../_queries.ts'
import classes from './activity.module.css'
import { DeedRows } from './deed-rows.tsx'

const groups = [
  { value: '', label: 'Everything' },
  ...AUDIT_GROUP_NAMES.map((value) => ({ value, label: AUDIT_GROUPS[value].label })),
]
const go = (filters: ActivityFilters) => window.history.pushState(null, '', activityHref(filters))

/** Who did what to whom: what cannot be changed afterwards, by anybody. */
export function Activity() {
  const filters = readActivityFilters(useSearchParams())
  const shown = useDeferredValue(activityHref(filters))
  const asked = readActivityFilters(new URL(shown, 'http://localhost').searchParams)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(deeds(useTRPC(), asked))
  const rows = data.pages.flatMap(({ items }) => items)
  const { group, actorId, personId } = filters
  const named = data.pages[0]?.asked
  const chips = [
    ...(actorId
      ? [
          {
            key: 'by',
            label: `By ${named?.actorName ?? 'somebody unknown'}`,
            onRemove: () => go({ ...filters, actorId: undefined }),
          },
        ]
      : []),
    ...(personId
      ? [
          {
            key: 'to',
            label: `About ${named?.personName ?? 'somebody unknown'}`,
            onRemove: () => go({ ...filters, personId: undefined }),
          },
        ]
      : []),
  ]
  const isFiltered = Boolean(group || actorId || personId)

  return (
    <div className={classes.page}>
      <PageHeader title="Activity" description="Who did what to whom. Nobody can change or remove a line of it." />
      <FilterChips chips={chips} onClear={() => go({ group })}>
        <PlainSelect
          label="What was done"
          options={groups}
          value={group ?? ''}
          onChange={(value) => go({ ...filters, group: AUDIT_GROUP_NAMES.find((name) => name === value) })}
        />
      </FilterChips>
      <Section flush>
        {rows.length > 0 ? (
          <DeedRows deeds={rows} filters={filters} />
        ) : (
          <EmptyState
            icon={IconHistory}
            title={isFiltered ? 'Nothing like that was done' : 'Nothing was done yet'}
            action={isFiltered && <ActionLink href="/settings/activity">Show everything</ActionLink>}
          >
            Invitations, roles, removals, ended sessions, mails sent again and jobs started by hand are written down
            here from now on.
          </EmptyState>
        )}
      </Section>
      {hasNextPage && (
        <div>
          <Action disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Show older activity
          </Action>
        </div>
      )}
    </div>
  )
}
