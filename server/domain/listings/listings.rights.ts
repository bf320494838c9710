import { aListing } from '#server/testing/factories.ts'
import { type Book, defineRights, wholeFirm } from '#server/testing/rights.ts'

/** A home that everybody may see, and one that its seller keeps off the internet. */
async function seed({ db, marker }: Book) {
  const shown = await aListing({}, db)
  const off = { internetEntireListingDisplayYN: false, streetAddress: `${crypto.randomUUID()} ${marker} Lane` }
  const hidden = await aListing(off, db)
  return { listingId: shown.id, listingKey: shown.listingKey, hiddenKey: hidden.listingKey }
}
type Rows = Awaited<ReturnType<typeof seed>>

/** Listings are shared by the whole firm. */
const SHARED = { allowed: wholeFirm, otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'listings.list': { input: () => ({}), ...SHARED },
    'listings.pins': { input: () => ({}), ...SHARED },
    'listings.towns': SHARED,
    'listings.subdivisions': SHARED,
    'listings.priceHistogram': { input: () => ({}), ...SHARED },
    'listings.byId': { input: ({ listingId }) => ({ listingId }), ...SHARED },
  },
  anybody: {
    'listings.publicByKey': {
      input: ({ listingKey }) => ({ listingKey }),
      wrong: ({ hiddenKey }) => ({ listingKey: hiddenKey }),
      wrongIs: 'refused',
    },
  },
})
