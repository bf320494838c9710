import { Client } from 'pg'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { anIdleLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import type { TestWorld } from './global-setup.ts'

/** Longer than any test looks at it: its ladder moves nothing meanwhile. */
const A_WHILE = { offerMinutes: 60 }

/** A lead that is held out to the demo's admin, who can look at every page of it. */
export async function aLeadForTheAdmin(db: PrismaClient) {
  const admin = await db.person.findFirstOrThrow({ where: { role: 'admin', passwordHash: { not: null } } })
  return anOfferedLead([admin], A_WHILE, db)
}

/** A lead that was taken back from the demo's admin, and that somebody else has now. */
export async function aLeadTakenBack(db: PrismaClient) {
  const admin = await db.person.findFirstOrThrow({ where: { role: 'admin', passwordHash: { not: null } } })
  const agent = await db.person.findFirstOrThrow({ where: { role: 'agent', removedAt: null } })
  const startedAt = new Date(Date.now() - 3_600_000)
  const { chase, lead } = await anIdleLead(db, admin, startedAt)
  const over = { end: 'takenBack', endedAt: new Date(), nextAt: null } as const
  await db.leadChase.update({ where: { id: chase.id }, data: over })
  await db.inquiry.update({ where: { id: lead.id }, data: { agentId: agent.id } })
  return chase.id
}

/** A lead that two are asked for at once: the first to claim it has it. */
export async function aLeadForTwo(db: PrismaClient) {
  const signedIn = { passwordHash: { not: null }, removedAt: null }
  const agent = await db.person.findFirstOrThrow({ where: { role: 'agent', ...signedIn } })
  const teamLead = await db.person.findFirstOrThrow({ where: { role: 'teamLead', ...signedIn } })
  return { ...(await anOfferedLead([agent, teamLead], A_WHILE, db)), agent, teamLead }
}

/**
 * The firm has one set of rules: journeys that change it go one after the other, or the rules of one would go with
 * those of the other in the middle of it. Returns how to let the next one go on.
 */
export async function holdRules({ environment }: TestWorld) {
  const client = new Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  await client.query(`SELECT pg_advisory_lock(hashtextextended('journeys that change rules', 0))`)
  return () => client.end()
}
