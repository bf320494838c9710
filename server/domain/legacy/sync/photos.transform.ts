import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import { dateOf } from './date.values.ts'
import { numberOf } from './number.values.ts'
import { shortened, textOf } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

export type PhotoRow = {
  mediaUrl: string
  shortDescription: string | null
  order: number
  modificationTimestamp: Date
}

const KNOWN = ['listingId', 'url', 'caption', 'order']
const EPOCH = new Date(0)
const LAST = 10_000
const LONGEST = 300

/** A place among the photos of a home; one without a usable place comes last. */
function orderOf(value: unknown): number {
  const order = numberOf(value)
  return order === null || order < 0 || order > LAST ? LAST : Math.floor(order)
}

/** Photos of the old system that have words and a place; those without stand in their listing alone. */
export const transformPhoto: Transform<PhotoRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  const mediaUrl = textOf(fields.url)
  if (isMissing(fields.listingId)) return refuse('missing-listing', 'listingId', fields.listingId)
  if (!mediaUrl || !/^https?:\/\/\S+$/.test(mediaUrl)) return refuse('invalid-url', 'url', fields.url)
  const caption = textOf(fields.caption)
  return {
    row: {
      mediaUrl,
      shortDescription: caption === null ? null : shortened(caption, LONGEST),
      order: orderOf(fields.order),
      modificationTimestamp: document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH,
    },
    needs: { stream: 'listings', sourceId: sourceIdOf(fields.listingId) },
    wants: null,
    extra: extraOf(fields, KNOWN, {
      caption: caption !== null && [...caption].length > LONGEST ? fields.caption : null,
    }),
  }
}
