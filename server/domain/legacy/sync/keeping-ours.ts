import { masterOf } from '#server/domain/cutover/cutover.queries.ts'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import type { Lane } from './lane.ts'

/**
 * A lane whose records are not written across: once Palmetto is the master of their feature, what the old system still
 * edits or removes does not touch what is here, and shows as a difference. What is new over there still comes.
 */
export const keepingOurs = <Row>(feature: Feature, lane: Lane<Row>): Lane<Row> => ({
  ...lane,

  async remove(tx, targetIds, at) {
    return (await masterOf(tx, feature)) === 'palmetto' ? [] : lane.remove(tx, targetIds, at)
  },

  async write(tx, ready) {
    if ((await masterOf(tx, feature)) !== 'palmetto') return lane.write(tx, ready)
    const kept = ready.flatMap(({ sourceId, targetId }) =>
      targetId === null ? [] : [{ sourceId, targetId, outcome: 'unchanged' as const }],
    )
    const fresh = ready.filter(({ targetId }) => targetId === null)
    return [...kept, ...(await lane.write(tx, fresh))]
  },
})
