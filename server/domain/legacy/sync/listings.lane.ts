import { markListingsDeleted, upsertListings } from '#server/domain/listings/listings.bulk.ts'
import { keepingOurs } from './keeping-ours.ts'
import type { Lane } from './lane.ts'
import { type ListingRow, transformListing } from './listings.transform.ts'

export const listingsLane: Lane<ListingRow> = keepingOurs('listings', {
  stream: 'listings',
  remove: markListingsDeleted,
  // Written again with the document, status and all.
  restore: async () => {},
  transform: async () => transformListing,

  async write(tx, ready) {
    const sources = new Map(ready.map(({ sourceId, row }) => [row.listingKey, sourceId]))
    const written = await upsertListings(
      tx,
      ready.map(({ row, wanted }) => ({ ...row, listAgentId: wanted })),
    )
    return written.flatMap(({ listingKey, id, outcome }) => {
      const sourceId = sources.get(listingKey)
      return sourceId === undefined ? [] : [{ sourceId, targetId: id, outcome }]
    })
  },
})
