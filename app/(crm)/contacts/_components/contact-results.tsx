'use client'

import { Button } from '@mantine/core'
import { IconUserPlus, IconUserSearch } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '../../../_trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { formatCount } from '../../../_ui/format.ts'
import { More } from '../../alerts/_components/more.tsx'
import type { ContactFilters } from '../_filters.ts'
import { contactPages } from '../_queries.ts'
import { ContactRows } from './contact-rows.tsx'

/** "632 people"; more than the server counts is "1,000+". */
export function ContactCount({ filters }: { filters: ContactFilters }) {
  const { data } = useSuspenseInfiniteQuery(contactPages(useTRPC(), filters))
  const count = data.pages[0]?.count ?? 0
  return count === 1 ? '1 person' : `${formatCount(count, 1_000)} people`
}

const NewContact = () => (
  <Button component={Link} href="/contacts/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
    New contact
  </Button>
)

/** The contacts that the filters find, page after page; or why there are none. */
export function ContactResults({ filters }: { filters: ContactFilters }) {
  const list = useSuspenseInfiniteQuery(contactPages(useTRPC(), filters))
  const contacts = list.data.pages.flatMap(({ items }) => items)
  if (contacts.length === 0 && (filters.q || filters.stage || filters.agentId)) {
    return (
      <EmptyState
        icon={IconUserSearch}
        title="Nobody fits these filters"
        action={
          <>
            <Button component={Link} href="/contacts" variant="default">
              Show everybody
            </Button>
            <NewContact />
          </>
        }
      >
        Names are found by any part, e-mail addresses as a whole.
      </EmptyState>
    )
  }
  if (contacts.length === 0) {
    return (
      <EmptyState icon={IconUserPlus} title="Nobody is here yet" action={<NewContact />}>
        Contacts come over with the sync, or you add the first one yourself.
      </EmptyState>
    )
  }
  return (
    <>
      <ContactRows contacts={contacts} />
      <More
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
        label="Loading more contacts"
      />
    </>
  )
}
