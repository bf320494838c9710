import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { approvals } from '../_queries.ts'
import { Approvals } from './_components/approvals.tsx'

export const metadata: Metadata = { title: 'To approve' }

export default async function ApprovalsPage() {
  await getQueryClient().prefetchQuery(approvals(trpc))
  return (
    <Hydrate>
      <Approvals />
    </Hydrate>
  )
}
