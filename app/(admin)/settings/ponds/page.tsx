import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { allPonds } from '../../../(crm)/ponds/_queries.ts'
import { offices } from '../_queries.ts'
import { Ponds } from './_components/ponds.tsx'

export const metadata: Metadata = { title: 'Ponds' }

export default async function PondsPage() {
  const actor = await currentActor()
  // Who may not change them is shown the way back. The procedures are the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/settings')
  const queryClient = getQueryClient()
  await Promise.all([queryClient.prefetchQuery(allPonds(trpc)), queryClient.prefetchQuery(offices(trpc))])
  return (
    <Hydrate>
      <Ponds />
    </Hydrate>
  )
}
