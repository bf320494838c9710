import type { Actor } from '#server/context.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person'] as const

const inBookOf = (agentId: string) => Prisma.sql`p.agent_id = ${agentId}::uuid`

function book(actor: Actor): Prisma.Sql {
  const { role, officeId, teamId, personId, assistsId } = actor
  switch (role) {
    case 'owner':
    case 'admin':
      return Prisma.sql`true`
    case 'manager':
      return Prisma.sql`p.office_id = ${officeId}::uuid`
    case 'teamLead':
      return teamId
        ? Prisma.sql`p.agent_id IN (SELECT id FROM person WHERE team_id = ${teamId}::uuid OR id = ${personId}::uuid)`
        : inBookOf(personId)
    case 'agent':
      return inBookOf(personId)
    case 'assistant':
      return inBookOf(assistsId ?? personId)
  }
}

/** `visibleContacts` of the policy as a condition on `contact p`, for reads that Prisma cannot say. A test holds the two equal. */
export const whereVisible = (actor: Actor): Prisma.Sql => Prisma.sql`(p.removed_at IS NULL AND ${book(actor)})`
