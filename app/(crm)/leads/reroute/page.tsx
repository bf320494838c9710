import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { mayGiveLeads } from '#server/domain/leads/inbox/leads.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { entriesOf } from '../../_lists/list-url.ts'
import { ReroutePage } from './_components/reroute-page.tsx'
import { readRerouteFilters } from './_filters.ts'
import { agentsToAsk, candidatesOf } from './_queries.ts'

export const metadata: Metadata = { title: 'Give leads anew' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor()
  // Who may not is shown the way back. The procedures are the guard.
  if (!actor || !mayGiveLeads(actor)) redirect('/leads')
  const filters = readRerouteFilters(entriesOf(await searchParams))
  const queryClient = getQueryClient()
  await Promise.all([
    queryClient.prefetchQuery(candidatesOf(trpc, filters)),
    queryClient.prefetchQuery(agentsToAsk(trpc)),
  ])
  return (
    <Hydrate>
      <ReroutePage />
    </Hydrate>
  )
}
