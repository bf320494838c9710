import type { Metadata } from 'next'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { channelOf } from '../_channel.ts'
import { offerById } from '../_queries.ts'
import { OfferPage } from './_components/offer-page.tsx'

export const metadata: Metadata = { title: 'A lead for you' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ via?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { via }] = await Promise.all([params, searchParams])
  await found(getQueryClient().fetchQuery(offerById(trpc, id)))
  return (
    <Hydrate>
      <OfferPage id={id} channel={channelOf(typeof via === 'string' ? via : null)} />
    </Hydrate>
  )
}
