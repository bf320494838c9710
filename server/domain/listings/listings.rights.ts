import { aListing } from '#server/testing/factories.ts'
import { type Book, defineRights, wholeFirm } from '#server/testing/rights.ts'

/** A home that everybody may see, and one that its seller keeps off the internet. */
async function seed({ db, marker }: Book) {
  const shown = await aListing({}, db)
  const off = { internetEntireListingDisplayYN: false, streetAddress: `${crypto.randomUUID()} ${marker} Lane` }
  const hidden = await aListing(off, db)
  return {
    listingId: shown.id,
    listingKey: shown.listingKey,
    hiddenId: hidden.id,
    hiddenKey: hidden.listingKey,
    marker,
  }
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
    // A home that is kept off the internet is asked for in each way there is, and no answer holds a word of it.
    'listings.publicSearch': { input: () => ({}), wrong: () => ({}), wrongIs: 'silent' },
    'listings.publicPins': { input: () => ({}), wrong: () => ({}), wrongIs: 'silent' },
    'listings.publicPrices': { input: () => ({}), wrong: () => ({}), wrongIs: 'silent' },
    'listings.publicRelax': { input: () => ({ bedroomsMin: 9 }), wrong: () => ({ bedroomsMin: 9 }), wrongIs: 'silent' },
    'listings.publicPlaces': { input: () => ({ q: 'mount' }), wrong: ({ marker: q }) => ({ q }), wrongIs: 'silent' },
    'listings.publicCards': {
      input: ({ listingId }) => ({ ids: [listingId] }),
      wrong: ({ hiddenId }) => ({ ids: [hiddenId] }),
      wrongIs: 'silent',
    },
    'listings.publicSimilar': {
      input: ({ listingKey }) => ({ listingKey }),
      wrong: ({ hiddenKey }) => ({ listingKey: hiddenKey }),
      wrongIs: 'silent',
    },
  },
})
