import type { Prisma } from '#server/generated/prisma/client.ts'
import type { SearchFilters } from './searches.schema.ts'
import { standingNow } from './standing/warnings.ts'

/** The filters of the list as a `where`; the list, its count and what is done to all of it agree by this. */
export function filteredSearches(
  { q, state, cadence, contactId }: SearchFilters,
  now: Date,
): Prisma.SavedSearchWhereInput {
  const text = q ? { contains: q.replace(/[\\%_]/g, (found) => `\\${found}`), mode: 'insensitive' as const } : undefined
  return {
    AND: [
      contactId ? { contactId } : {},
      cadence ? { cadence } : {},
      state === 'needsLook' ? { standings: { some: standingNow(now) } } : state ? { activeYN: state === 'active' } : {},
      text ? { OR: [{ name: text }, { contact: { fullName: text } }] } : {},
    ],
  }
}
