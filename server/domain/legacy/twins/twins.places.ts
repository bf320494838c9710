import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { TwinKind } from './twins.words.ts'

type Place = { stream: LegacyStream; folder: string; ours: (id: string) => string }

export const PLACES: Record<TwinKind, Place> = {
  contact: { stream: 'contacts', folder: 'contacts', ours: (id) => `/contacts/${id}` },
  listing: { stream: 'listings', folder: 'listings', ours: (id) => `/listings/${id}` },
  search: { stream: 'savedSearches', folder: 'saved-searches', ours: (id) => `/alerts/${id}` },
  deal: { stream: 'deals', folder: 'deals', ours: (id) => `/deals?deal=${id}` },
}

/** Where the old system shows a record; null for an id that no address can name. */
export function oldPathOf(kind: TwinKind, sourceId: string): string | null {
  const plain = /^[osn]:(.+)$/s.exec(sourceId)?.[1]
  return plain === undefined ? null : `/${PLACES[kind].folder}/${encodeURIComponent(plain)}`
}
