import { removeSearches, restoreSearches, upsertSavedSearches } from '#server/domain/alerts/searches.bulk.ts'
import { newId } from '#server/ids.ts'
import { ownSearches } from '../writes/searches.own.ts'
import { settlingOwn } from '../writes/settle-own.ts'
import { answersFor, inputsOf } from './asked.ts'
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
    const written = await upsertSavedSearches(tx, inputsOf(asked))
    return answersFor(asked, written)
  },
}
