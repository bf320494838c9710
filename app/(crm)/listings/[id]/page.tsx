import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { listingById } from '../_queries.ts'
import { ListingPage } from './_components/listing-page.tsx'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Listing' }

export default async function Page({ params }: Props) {
  const { id } = await params
  void getQueryClient().prefetchQuery(listingById(trpc, id))
  return (
    <Hydrate>
      <ListingPage id={id} mapStyleUrl={env.MAP_STYLE_URL} photoOrigin={env.PHOTO_ORIGIN} />
    </Hydrate>
  )
}
