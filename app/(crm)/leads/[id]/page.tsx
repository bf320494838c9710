import type { Metadata } from 'next'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { timelinePages } from '../../contacts/_queries.ts'
import { decisionsOf, leadById, offersOf } from '../_queries.ts'
import { chasesOf } from './_chases.ts'
import { LeadPage } from './_components/lead-page.tsx'

export const metadata: Metadata = { title: 'Lead' }

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  const { id } = await params
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(decisionsOf(trpc, id))
  void queryClient.prefetchQuery(offersOf(trpc, id))
  void queryClient.prefetchQuery(chasesOf(trpc, id))
  const { contact } = await found(queryClient.fetchQuery(leadById(trpc, id)))
  if (contact) void queryClient.prefetchInfiniteQuery(timelinePages(trpc, contact.id))
  return (
    <Hydrate>
      <LeadPage id={id} />
    </Hydrate>
  )
}
