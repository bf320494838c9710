import type { Metadata } from 'next'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { TakenBackPage } from './_components/taken-back-page.tsx'
import { takenBackLead } from './_queries.ts'

export const metadata: Metadata = { title: 'A lead that was taken back' }

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  const { id } = await params
  await found(getQueryClient().fetchQuery(takenBackLead(trpc, id)))
  return (
    <Hydrate>
      <TakenBackPage id={id} />
    </Hydrate>
  )
}
