import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { NewContact } from '../_components/new-contact.tsx'
import { agentsToPick } from '../_queries.ts'

export const metadata: Metadata = { title: 'New contact' }

export default function NewContactPage() {
  void getQueryClient().prefetchQuery(agentsToPick(trpc))
  return (
    <Hydrate>
      <NewContact />
    </Hydrate>
  )
}
