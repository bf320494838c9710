import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Suspense } from 'react'
import { currentActor } from '#server/auth.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Activity } from './_components/activity.tsx'
import { readActivityFilters } from './_filters.ts'
import { deeds } from './_queries.ts'

export const metadata: Metadata = { title: 'Activity' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ActivityPage({ searchParams }: Props) {
  const [actor, params] = await Promise.all([currentActor(), searchParams])
  // Who may not see it is shown the way back. The procedure is the guard.
  if (!actor || !seesWholeFirm(actor)) redirect('/settings')
  const get = (name: string) => {
    const value = params[name]
    return typeof value === 'string' ? value : null
  }
  void getQueryClient().prefetchInfiniteQuery(deeds(trpc, readActivityFilters({ get })))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={12} label="Loading the activity" />}>
        <Activity />
      </Suspense>
    </Hydrate>
  )
}
