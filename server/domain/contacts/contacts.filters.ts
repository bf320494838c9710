import type { Prisma } from '#server/generated/prisma/client.ts'
import type { ContactFilters } from './contacts.schema.ts'

/** By part of the name, which has an index of its own; a whole address is looked up as one. */
const matching = (q: string): Prisma.ContactWhereInput =>
  q.includes('@')
    ? { email: q }
    : { fullName: { contains: q.replace(/[\\%_]/g, (found) => `\\${found}`), mode: 'insensitive' } }

/** The filters of the list as a `where`; the list, its count and what is done to all of it agree by this. */
export const filteredContacts = ({ q, stage, agentId }: ContactFilters): Prisma.ContactWhereInput => ({
  AND: [stage ? { stage } : {}, agentId ? { agentId } : {}, q ? matching(q) : {}],
})
