import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { elsewhere } from '../_queries.ts'
import { ElsewherePage } from './_components/elsewhere-page.tsx'

export const metadata: Metadata = { title: 'Why not me?' }

export default async function Page() {
  await getQueryClient().prefetchQuery(elsewhere(trpc))
  return (
    <Hydrate>
      <ElsewherePage />
    </Hydrate>
  )
}
