import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { IdleLeads } from './_components/idle-leads.tsx'
import { chaseSetting } from './_queries.ts'

export const metadata: Metadata = { title: 'Idle leads' }

export default async function IdleLeadsPage() {
  const actor = await currentActor()
  // Who may not change it is shown the way back. The procedures are the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/settings')
  await getQueryClient().prefetchQuery(chaseSetting(trpc))
  return (
    <Hydrate>
      <IdleLeads />
    </Hydrate>
  )
}
