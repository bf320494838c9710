import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { ListSkeleton } from '../../_ui/list-skeleton.tsx'
import { Account } from './_components/account.tsx'
import { me } from './_queries.ts'

export const metadata: Metadata = { title: 'Your account' }

export default function AccountPage() {
  void getQueryClient().prefetchQuery(me(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton shape="lines" label="Loading your account" />}>
        <Account />
      </Suspense>
    </Hydrate>
  )
}
