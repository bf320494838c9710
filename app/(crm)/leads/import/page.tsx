import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ImportPage } from './_components/import-page.tsx'
import { brought, sourceNames } from './_queries.ts'

export const metadata: Metadata = { title: 'Bring a file of leads' }

export default async function Page() {
  const actor = await currentActor()
  // The procedure is the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/leads')
  const queryClient = getQueryClient()
  await Promise.all([queryClient.prefetchQuery(brought(trpc)), queryClient.prefetchQuery(sourceNames(trpc))])
  return (
    <Hydrate>
      <ImportPage />
    </Hydrate>
  )
}
