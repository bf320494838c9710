import { type RootDb, db as sharedDb } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** A deal of the agent who keeps the contact. */
export const aDeal = (
  contact: { id: string; agentId: string },
  over: Partial<Prisma.DealUncheckedCreateInput> = {},
  db: RootDb = sharedDb,
) => {
  const at = new Date()
  return db.deal.create({
    data: {
      ...{ contactId: contact.id, agentId: contact.agentId, side: 'buyer', stage: 'offer' },
      ...{ priceCents: 40_000_000n, stageSince: at, createdAt: at, updatedAt: at, ...over },
    },
  })
}
