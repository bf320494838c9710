import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { Sources } from './_components/sources.tsx'
import { sources } from './_queries.ts'

export const metadata: Metadata = { title: 'Lead sources' }

export default async function SourcesPage() {
  const actor = await currentActor()
  // Who may not see it is shown the way back. The procedure is the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/settings')
  await getQueryClient().prefetchQuery(sources(trpc))
  return (
    <Hydrate>
      <Sources />
    </Hydrate>
  )
}
