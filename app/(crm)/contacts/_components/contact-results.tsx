'use client'

import { IconUserPlus, IconUserSearch } from '@tabler/icons-react'
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
import type { ContactFilters } from '../_filters.ts'
import { type ContactItem, contactPages } from '../_queries.ts'
import { ContactRows } from './contact-rows.tsx'

// Nothing is picked yet: it comes after the rows.
const ContactBulk = dynamic(() => import('./contact-bulk.tsx').then((module) => module.ContactBulk), { ssr: false })

/** "632 people"; more than the server counts is "1,000+". */
export function ContactCount({ filters }: { filters: ContactFilters }) {
  const { data } = useSuspenseInfiniteQuery(contactPages(useTRPC(), filters))
  const count = data.pages[0]?.count ?? 0
  return count === 1 ? '1 person' : `${formatCount(count, 1_000)} people`
}

const NewContact = () => (
  <ActionLink primary icon={IconUserPlus} href="/contacts/new">
    New contact
  </ActionLink>
)

const NoContacts = ({ isFiltered }: { isFiltered: boolean }) => (
  <Section flush>
    {isFiltered ? (
      <EmptyState
        icon={IconUserSearch}
        title="Nobody fits these filters"
        action={
          <>
            <ActionLink href="/contacts?view=all">Show everybody</ActionLink>
            <NewContact />
          </>
        }
      >
        Names are found by any part, e-mail addresses as a whole.
      </EmptyState>
    ) : (
      <EmptyState icon={IconUserPlus} title="Nobody is here yet" action={<NewContact />}>
        Contacts come over with the sync, or you add the first one yourself.
      </EmptyState>
    )}
  </Section>
)

type Props = { filters: ContactFilters; columns: readonly Column<ContactItem>[] }

/** The contacts that the filters find, page after page, to pick from; or why there are none. */
export function ContactResults({ filters, columns }: Props) {
  const router = useRouter()
  const list = useSuspenseInfiniteQuery(contactPages(useTRPC(), filters))
  const contacts = list.data.pages.flatMap(({ items }) => items)
  const query = writeFilters(filters)
  const picking = useSelection(
    contacts.map(({ id }) => id),
    query,
  )
  useRowKeys({ picking, onEdit: (id) => router.push(`/contacts/${id}?edit`) })
  if (contacts.length === 0) return <NoContacts isFiltered={query !== ''} />
  return (
    <>
      <Section flush>
        <ContactRows contacts={contacts} columns={columns} picking={picking} />
        <More
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
          label="Loading more contacts"
        />
      </Section>
      <ContactBulk
        picking={picking}
        filters={filters}
        count={list.data.pages[0]?.count ?? 0}
        loaded={contacts.length}
      />
    </>
  )
}
