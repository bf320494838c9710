import { lockSearches, readSearches } from '#server/domain/alerts/searches.held.ts'
import type { SearchRow } from '../sync/searches.transform.ts'
import type { OwnRecords } from './own-records.ts'
import { keepBeyond, SEARCH_FIELDS } from './searches.fields.ts'

export const ownSearches: OwnRecords<SearchRow> = {
  stream: 'savedSearches',
  feature: 'savedSearches',
  fields: SEARCH_FIELDS,
  needs: () => 'contacts',
  wants: 'agents',
  lock: lockSearches,
  enrich: keepBeyond,

  async read(tx, targetIds) {
    const searches = await readSearches(tx, targetIds)
    return new Map(
      searches.map(({ id, contactId, ownerId, removedAt, ...row }) => {
        const { createdAt, updatedAt } = row
        return [
          id,
          {
            row,
            needed: contactId,
            wanted: ownerId,
            standIn: null,
            isRemoved: removedAt !== null,
            createdAt,
            updatedAt,
          },
        ]
      }),
    )
  },
}
