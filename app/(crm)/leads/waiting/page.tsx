import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { Waiting } from './_components/waiting.tsx'
import { waitingPages } from './_queries.ts'

export const metadata: Metadata = { title: 'What waits at the doors' }

export default async function WaitingPage() {
  const actor = await currentActor()
  // What has no person yet belongs to no agent. The procedure is the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/leads')
  await getQueryClient().prefetchInfiniteQuery(waitingPages(trpc))
  return (
    <Hydrate>
      <Waiting />
    </Hydrate>
  )
}
