import { masterOf } from '#server/domain/cutover/cutover.queries.ts'
import {
  type Existing,
  linkDealListings,
  removeDeals,
  restoreDeals,
  upsertDeals,
} from '#server/domain/deals/deals.bulk.ts'
import type { CutoverMaster } from '#server/generated/prisma/enums.ts'
import { answersFor, inputsOf } from './asked.ts'
import { type ReadDeal, transformDeal } from './deals.transform.ts'
import type { Lane } from './lane.ts'
import { standInId } from './stand-in.ts'

/** Whose word counts for a deal that is here already. */
const RULES = { legacy: 'overwrite', both: 'laterWins', palmetto: 'keep' } as const satisfies Record<
  CutoverMaster,
  Existing
>

export const dealsLane: Lane<ReadDeal> = {
  stream: 'deals',
  remove: removeDeals,
  restore: restoreDeals,
  transform: async () => transformDeal,

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, wanted, row }) =>
      needed
        ? [
            {
              sourceId,
              input: { ...row, id: targetId ?? standInId('deals', sourceId), contactId: needed, agentId: wanted },
            },
          ]
        : [],
    )
    const written = await upsertDeals(tx, inputsOf(asked), RULES[await masterOf(tx, 'deals')])
    // A home that comes late is linked whosever word counts.
    await linkDealListings(
      tx,
      asked.flatMap(({ input: { listingKey } }) => listingKey ?? []),
    )
    return answersFor(asked, written)
  },
}
