import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Suspense } from 'react'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { SlackSettings } from './_components/slack-settings.tsx'
import { slackOverview } from './_queries.ts'

export const metadata: Metadata = { title: 'Slack' }

export default async function SlackPage() {
  const actor = await currentActor()
  // Who may not see it is shown the way back. The procedure is the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/settings')
  // Not awaited: Slack is asked, and may take its time.
  void getQueryClient().prefetchQuery(slackOverview(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={8} label="Asking Slack how it stands" />}>
        <SlackSettings />
      </Suspense>
    </Hydrate>
  )
}
