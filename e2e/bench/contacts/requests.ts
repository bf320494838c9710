import type { RootDb } from '#server/db.ts'
import type { ListContactsInput } from '#server/domain/contacts/contacts.schema.ts'
import type { ContactStageName } from '#server/domain/contacts/contacts.words.ts'
import type { Person, Role } from '#server/generated/prisma/client.ts'
import { sessionCookieFor } from '#server/testing/session.ts'

type Member = { person: Person; cookie: string }
type Kind = { name: string; share: number; role: Role; input: (draw: Draw) => ListContactsInput }
type Draw = { stage: ContactStageName; part: string; agentId: string; cursor: string; number: number }

/** What people do with the list, as shares of a hundred: mostly they open their own. */
const KINDS: Kind[] = [
  { name: 'own list', share: 34, role: 'agent', input: () => ({}) },
  { name: 'own list by stage', share: 14, role: 'agent', input: ({ stage }) => ({ stage }) },
  { name: 'own list by name', share: 18, role: 'agent', input: ({ part }) => ({ q: part }) },
  { name: 'own list further down', share: 10, role: 'agent', input: ({ cursor }) => ({ cursor }) },
  { name: 'by address', share: 4, role: 'owner', input: ({ number }) => ({ q: `person-${number}@bench.test` }) },
  { name: 'of a team', share: 4, role: 'teamLead', input: () => ({}) },
  { name: 'of a team by name', share: 2, role: 'teamLead', input: ({ part }) => ({ q: part }) },
  {
    name: 'of an office by stage and name',
    share: 4,
    role: 'manager',
    input: ({ stage, part }) => ({ stage, q: part }),
  },
  { name: 'of the firm', share: 2, role: 'owner', input: () => ({}) },
  {
    name: 'of the firm by agent and stage',
    share: 2,
    role: 'owner',
    input: ({ agentId, stage }) => ({ agentId, stage }),
  },
  { name: 'of the firm by name', share: 4, role: 'owner', input: ({ part }) => ({ q: part }) },
  { name: 'of the firm far down', share: 2, role: 'owner', input: ({ cursor }) => ({ cursor }) },
]

const STAGES: readonly ContactStageName[] = ['lead', 'active', 'client', 'past']
/** Common and rare parts of names, one that nobody has, and two letters, for which no index of three can help. */
const PARTS = ['smi', 'raven', 'marlow', 'anderson', 'wick', 'holl', 'mcel', 'xyzz', 'an', 'qu', 'wq', 'elgaports']

export const pathOf = (input: ListContactsInput) =>
  `/api/trpc/contacts.list?input=${encodeURIComponent(JSON.stringify({ json: input }))}`

const pick = <T>(items: readonly T[], turn: number): T => {
  const item = items[turn % items.length]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}

/** Everybody who works here, signed in. */
export async function signEverybodyIn(db: RootDb, { secret, url }: { secret: string; url: string }) {
  const members: Member[] = []
  for (const person of await db.person.findMany({ orderBy: { email: 'asc' } })) {
    const { name, value } = await sessionCookieFor(person, { db, secret, url })
    members.push({ person, cookie: `${name}=${value}` })
  }
  return members
}

/** The cursor that leads to a page, which is what "Load more" sends. */
export async function cursorToPage(db: RootDb, page: number, perPage: number): Promise<string> {
  const rows = await db.contact.findMany({
    select: { id: true, updatedAt: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * perPage - 1,
    take: 1,
  })
  return pick(
    rows.map(({ id, updatedAt }) => `${updatedAt.toISOString()}_${id}`),
    0,
  )
}

/** `count` requests in the shares above, evenly mixed, each by another colleague. Returns them with their kinds. */
export function mixRequests(members: Member[], { count, cursors }: { count: number; cursors: string[] }) {
  const agents = members.filter(({ person }) => person.role === 'agent')
  const hundred = KINDS.flatMap((kind) => Array<Kind>(kind.share).fill(kind))
  return Array.from({ length: count }, (_, turn) => {
    const kind = pick(hundred, turn * 37) // 37 and 100 have no common factor: every kind comes, well mixed
    const draw = {
      stage: pick(STAGES, turn),
      part: pick(PARTS, turn * 5 + Math.floor(turn / 100)),
      agentId: pick(agents, turn).person.id,
      cursor: pick(cursors, turn),
      number: 1 + ((turn * 7919) % 1000),
    }
    const { cookie } = pick(
      members.filter(({ person }) => person.role === kind.role),
      turn * 13,
    )
    return { kind: kind.name, ask: { path: pathOf(kind.input(draw)), cookie } }
  })
}
