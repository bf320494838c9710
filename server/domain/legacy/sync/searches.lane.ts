import { removeSearches, restoreSearches, upsertSavedSearches } from '#server/domain/alerts/searches.bulk.ts'
import { newId } from '#server/ids.ts'
import { ownSearches } from '../writes/searches.own.ts'
import { settlingOwn } from '../writes/settle-own.ts'
import type { Lane } from './lane.ts'
import { type SearchRow, transformSearch } from './searches.transform.ts'

export const searchesLane: Lane<SearchRow> = {
  stream: 'savedSearches',
  remove: removeSearches,
  restore: restoreSearches,
  transform: async () => transformSearch,
  settle: settlingOwn(ownSearches),

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, wanted, row }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? newId(), contactId: needed, ownerId: wanted } }] : [],
    )
    const written = await upsertSavedSearches(
      tx,
      asked.map(({ input }) => input),
    )
    const outcomes = new Map(written.map(({ id, outcome }) => [id, outcome]))
    return asked.map(({ sourceId, input: { id } }) => ({
      sourceId,
      targetId: id,
      outcome: outcomes.get(id) ?? 'unchanged',
    }))
  },
}
