import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { entriesOf } from '../_lists/list-url.ts'
import { Calendar } from './_components/calendar.tsx'
import { readCalendarFilters } from './_filters.ts'
import { dayOf, keepersToPick, weekOf } from './_queries.ts'

export const metadata: Metadata = { title: 'Calendar' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CalendarPage({ searchParams }: Props) {
  const filters = readCalendarFilters(entriesOf(await searchParams))
  const queryClient = getQueryClient()
  await Promise.all([
    queryClient.prefetchQuery(dayOf(trpc, filters)),
    queryClient.prefetchQuery(weekOf(trpc, filters)),
    queryClient.prefetchQuery(keepersToPick(trpc)),
  ])
  return (
    <Hydrate>
      <Calendar />
    </Hydrate>
  )
}
