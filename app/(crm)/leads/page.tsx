import type { Metadata } from 'next'
import { currentActor } from '#server/auth.ts'
import { mayGiveLeads } from '#server/domain/leads/inbox/leads.policy.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { entriesOf } from '../_lists/list-url.ts'
import { myOffers } from '../offers/_queries.ts'
import { Leads } from './_components/leads.tsx'
import { readLeadFilters } from './_filters.ts'
import { leadPages } from './_queries.ts'

export const metadata: Metadata = { title: 'Leads' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LeadsPage({ searchParams }: Props) {
  const filters = readLeadFilters(entriesOf(await searchParams))
  const queryClient = getQueryClient()
  // Both before the page is sent: what waits for one's own answer stands above the list, and nothing may jump.
  const [actor] = await Promise.all([
    currentActor(),
    queryClient.prefetchInfiniteQuery(leadPages(trpc, filters)),
    queryClient.prefetchQuery(myOffers(trpc)),
  ])
  return (
    <Hydrate>
      <Leads seesDoors={actor !== null && seesWholeFirm(actor)} mayGive={actor !== null && mayGiveLeads(actor)} />
    </Hydrate>
  )
}
