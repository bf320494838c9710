import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { streetLine } from '../../../_homes/address.words.ts'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { listingById, peopleForHomePages } from '../_queries.ts'
import { ListingPage } from './_components/listing-page.tsx'

type Props = { params: Promise<{ id: string }> }

const home = (id: string) => found(getQueryClient().fetchQuery(listingById(trpc, id)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: streetLine(await home((await params).id)) }
}

export default async function Page({ params }: Props) {
  const { id } = await params
  // Not awaited: whom it fits streams in behind the home.
  void getQueryClient().prefetchInfiniteQuery(peopleForHomePages(trpc, id))
  await home(id)
  return (
    <Hydrate>
      <ListingPage id={id} mapStyleUrl={env.MAP_STYLE_URL} photoOrigin={env.PHOTO_ORIGIN} />
    </Hydrate>
  )
}
