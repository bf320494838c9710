import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { alertById } from '../_queries.ts'
import { EditAlert } from './_components/edit-alert.tsx'

export const metadata: Metadata = { title: 'Alert' }

type Props = { params: Promise<{ id: string }> }

export default async function AlertPage({ params }: Props) {
  const { id } = await params
  await found(getQueryClient().fetchQuery(alertById(trpc, id)))
  return (
    <Hydrate>
      <EditAlert id={id} mapStyleUrl={env.MAP_STYLE_URL} />
    </Hydrate>
  )
}
