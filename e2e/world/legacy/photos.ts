import type { Random } from '#world/random.ts'
import type { LegacyDoc, Photo } from './documents.ts'
import { between, daysBefore, momentIn, objectIdAt } from './timing.ts'

const COVERS = [
  'From the street',
  'The front on a clear morning',
  'The house from the drive',
  'The front in the evening',
]
const INSIDE = [
  'Another view of the main floor',
  'Light until the evening',
  'Room for everybody',
  'Freshly painted this spring',
  'Original floors, refinished',
  'All appliances stay',
]

/** The words that somebody at the office gave to the photos of a few homes, in the order they chose. */
export function createPhotos(random: Random, now: Date, count: number, listings: LegacyDoc[]): Photo[] {
  const photos: Photo[] = []
  for (const listing of random.sample(listings, listings.length)) {
    const urls = Array.isArray(listing.photos) ? listing.photos.map(String) : []
    for (const [order, url] of urls.entries()) {
      if (photos.length === count) return photos
      const listedAt = momentIn(listing.listedAt, daysBefore(now, 2))
      const at = between(random, listedAt, daysBefore(now, 0.01))
      const caption = random.pick(order === 0 ? COVERS : INSIDE)
      photos.push({
        _id: objectIdAt(random, at),
        listingId: listing._id,
        url,
        caption,
        order,
        createdAt: at,
        updatedAt: at,
      })
    }
  }
  return photos
}
