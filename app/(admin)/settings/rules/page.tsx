import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { Rules } from './_components/rules.tsx'
import { checksOf, latestRun, ruleSets } from './_queries.ts'

export const metadata: Metadata = { title: 'Lead rules' }

export default async function RulesPage() {
  const actor = await currentActor()
  if (!actor || !seesWholeFirm(actor)) redirect('/settings')
  const queryClient = getQueryClient()
  // Awaited: which checks are asked for depends on whether there is a draft.
  const { draft } = await queryClient.fetchQuery(ruleSets(trpc))
  void queryClient.prefetchQuery(checksOf(trpc, draft ? 'draft' : 'published'))
  void queryClient.prefetchQuery(latestRun(trpc))
  return (
    <Hydrate>
      <Rules mapStyleUrl={env.MAP_STYLE_URL} />
    </Hydrate>
  )
}
