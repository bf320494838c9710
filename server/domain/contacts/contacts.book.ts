import type { Db } from '#server/db.ts'
import type { BookKeeper } from '#server/domain/org/placement.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import type { ContactFollowers } from './contacts.followers.ts'

const bookOf = (agentId: string) => ({ agentId, removedAt: null })

/** What happens to an agent's contacts when the agent leaves or moves. Removed contacts stay where they were. */
export const contactBooks = ({ followAgents, takeOver }: ContactFollowers): BookKeeper => ({
  sizeOf: (db, agentId) => db.contact.count({ where: bookOf(agentId) }),

  async handOver(tx, { fromId, toId, now }) {
    const { officeId, fullName } = await tx.person.findUniqueOrThrow({
      where: { id: toId },
      select: { officeId: true, fullName: true },
    })
    const book = await tx.contact.findMany({ where: bookOf(fromId), select: { id: true } })
    await move(tx, fromId, { agentId: toId, officeId })
    await followAgents(
      tx,
      book.map(({ id }) => ({ contactId: id, fromId })),
    )
    await recordFacts(
      tx,
      book.map(({ id }) => ({
        contactId: id,
        kind: 'contact.handed-over',
        summary: `Handed to ${fullName}, who took the whole book over`,
        occurredAt: now,
        factKey: `contact:${id}:agent:${now.toISOString()}`,
      })),
    )
    return book.length
  },

  moveOffice: (tx, { agentId, officeId }) => move(tx, agentId, { officeId }),

  leave: takeOver,
})

async function move(tx: Db, agentId: string, data: { agentId?: string; officeId: string }) {
  const { count } = await tx.contact.updateMany({ where: bookOf(agentId), data })
  return count
}
