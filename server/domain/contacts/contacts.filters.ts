import type { Prisma } from '#server/generated/prisma/client.ts'
import type { ContactFilters } from './contacts.schema.ts'

/** Letters that the name's index needs to find them anywhere in it. */
const ANYWHERE_FROM = 3

/** By part of the name, which has an index of its own; a whole address is looked up as one. */
function matching(q: string): Prisma.ContactWhereInput {
  if (q.includes('@')) return { email: q }
  const part = q.replace(/[\\%_]/g, (found) => `\\${found}`)
  const mode = 'insensitive'
  if (q.length >= ANYWHERE_FROM) return { fullName: { contains: part, mode } }
  // One or two letters begin a word: looked for anywhere, they made the database read a million names.
  return { OR: [{ fullName: { startsWith: part, mode } }, { fullName: { contains: ` ${part}`, mode } }] }
}

/** The filters of the list as a `where`; the list, its count and what is done to all of it agree by this. */
export const filteredContacts = ({ q, stage, agentId }: ContactFilters): Prisma.ContactWhereInput => ({
  AND: [stage ? { stage } : {}, agentId ? { agentId } : {}, q ? matching(q) : {}],
})
