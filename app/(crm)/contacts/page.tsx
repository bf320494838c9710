import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { Contacts } from './_components/contacts.tsx'
import { readFilters } from './_filters.ts'
import { contactPages } from './_queries.ts'

export const metadata: Metadata = { title: 'Contacts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ContactsPage({ searchParams }: Props) {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  void getQueryClient().prefetchInfiniteQuery(contactPages(trpc, readFilters(params)))
  return (
    <Hydrate>
      <Contacts />
    </Hydrate>
  )
}
