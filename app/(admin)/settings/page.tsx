import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { ListSkeleton } from '../../_ui/list-skeleton.tsx'
import { Account } from './_components/account.tsx'
import { devicePush, me } from './_queries.ts'

export const metadata: Metadata = { title: 'Your account' }

export default function AccountPage() {
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(me(trpc))
  void queryClient.prefetchQuery(devicePush(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton shape="lines" label="Loading your account" />}>
        <Account />
      </Suspense>
    </Hydrate>
  )
}
