import type { Db } from '#server/db.ts'
import type { BookKeeper } from '#server/domain/org/placement.service.ts'

const bookOf = (agentId: string) => ({ agentId, removedAt: null })

/** What happens to an agent's contacts when the agent leaves or moves. Removed contacts stay where they were. */
export const contactBooks: BookKeeper = {
  sizeOf: (db, agentId) => db.contact.count({ where: bookOf(agentId) }),

  async handOver(tx, { fromId, toId }) {
    const { officeId } = await tx.person.findUniqueOrThrow({ where: { id: toId }, select: { officeId: true } })
    return move(tx, fromId, { agentId: toId, officeId })
  },

  moveOffice: (tx, { agentId, officeId }) => move(tx, agentId, { officeId }),
}

async function move(tx: Db, agentId: string, data: { agentId?: string; officeId: string }) {
  const { count } = await tx.contact.updateMany({ where: bookOf(agentId), data })
  return count
}
