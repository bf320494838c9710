import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { PondsPage } from './_components/ponds-page.tsx'
import { allPonds } from './_queries.ts'

export const metadata: Metadata = { title: 'Ponds' }

export default async function Page() {
  await getQueryClient().prefetchQuery(allPonds(trpc))
  return (
    <Hydrate>
      <PondsPage />
    </Hydrate>
  )
}
