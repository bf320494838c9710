import { followAgents } from '#server/domain/contacts/contacts.bulk.ts'
import { listOfficeIds, removePeople, restorePeople, upsertPeople } from '#server/domain/org/org.bulk.ts'
import { newId } from '#server/ids.ts'
import { type AgentRow, officeSlug, transformAgent } from './agents.transform.ts'
import type { Lane } from './lane.ts'

export const agentsLane: Lane<AgentRow> = {
  stream: 'agents',
  remove: removePeople,
  restore: restorePeople,

  async transform(tx) {
    const offices = await listOfficeIds(tx)
    return transformAgent(new Map(offices.map(({ id, name }) => [officeSlug(name), id])))
  },

  async write(tx, ready) {
    const asked = ready.map(({ sourceId, targetId, row }) => ({ sourceId, id: targetId ?? newId(), row }))
    const written = await upsertPeople(
      tx,
      asked.map(({ id, row }) => ({ ...row, id })),
    )
    const moved = written.filter(({ outcome }) => outcome === 'updated').map(({ id }) => id)
    await followAgents(tx, moved)
    const byAskedId = new Map(written.map((person) => [person.askedId, person]))
    return asked.flatMap(({ sourceId, id }) => {
      const person = byAskedId.get(id)
      return person ? [{ sourceId, targetId: person.id, outcome: person.outcome }] : []
    })
  },
}
