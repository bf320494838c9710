import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { warned } from '../_queries.ts'
import { NeedsALook } from './_components/needs-a-look.tsx'

export const metadata: Metadata = { title: 'Needs a look' }

export default async function NeedsALookPage() {
  await getQueryClient().prefetchQuery(warned(trpc))
  return (
    <Hydrate>
      <NeedsALook />
    </Hydrate>
  )
}
