import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'

/** Longer than any test looks at it: its ladder moves nothing meanwhile. */
const A_WHILE = { offerMinutes: 60 }

/** A lead that is held out to the demo's admin, who can look at every page of it. */
export async function aLeadForTheAdmin(db: PrismaClient) {
  const admin = await db.person.findFirstOrThrow({ where: { role: 'admin', passwordHash: { not: null } } })
  return anOfferedLead([admin], A_WHILE, db)
}

/** A lead that two are asked for at once: the first to claim it has it. */
export async function aLeadForTwo(db: PrismaClient) {
  const signedIn = { passwordHash: { not: null }, removedAt: null }
  const agent = await db.person.findFirstOrThrow({ where: { role: 'agent', ...signedIn } })
  const teamLead = await db.person.findFirstOrThrow({ where: { role: 'teamLead', ...signedIn } })
  return { ...(await anOfferedLead([agent, teamLead], A_WHILE, db)), agent, teamLead }
}
