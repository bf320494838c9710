import type { z } from 'zod'
import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import {
  grantableRoles,
  mayManage,
  mayRunOffice,
  seesWholeFirm,
  visibleAgents,
  visibleOffices,
  visiblePeople,
  visibleTeams,
} from './org.policy.ts'
import type { listPeopleInput } from './org.schema.ts'
import type { PersonStatus } from './org.words.ts'

const PAGE = 50

/** The one who asks, and what the pages may offer them. */
export async function readMe({ db, actor }: Context) {
  const person = await db.person.findUnique({
    where: { id: actor.personId },
    select: { fullName: true, email: true, title: true, phone: true, office: { select: { id: true, name: true } } },
  })
  if (!person) throw notFound('Your account')
  const { personId, role, teamId, assistsId } = actor
  const grantable = grantableRoles(actor)
  return {
    ...person,
    personId,
    role,
    teamId,
    assistsId,
    may: { seeWholeFirm: seesWholeFirm(actor), managePeople: grantable.length > 0, grant: grantable },
  }
}

const personRow = {
  id: true,
  fullName: true,
  email: true,
  role: true,
  title: true,
  phone: true,
  officeId: true,
  removedAt: true,
  passwordHash: true,
  office: { select: { id: true, name: true } },
  team: { select: { id: true, name: true } },
  assists: { select: { id: true, fullName: true } },
  tokens: { where: { kind: 'invitation', usedAt: null }, select: { expiresAt: true }, take: 1 },
} as const satisfies Prisma.PersonSelect

type Row = Prisma.PersonGetPayload<{ select: typeof personRow }>

function statusOf({ removedAt, passwordHash, tokens }: Row): PersonStatus {
  if (removedAt) return 'removed'
  if (passwordHash) return 'active'
  return tokens.length > 0 ? 'invited' : 'noAccess'
}

/** Colleagues by name, fifty at a time, each with what the one who asks may do about them. */
export async function listPeople({ db, actor }: Context, input: z.infer<typeof listPeopleInput>) {
  const { search, officeId, withRemoved, cursor } = input
  const where: Prisma.PersonWhereInput[] = [visiblePeople(actor)]
  if (!withRemoved) where.push({ removedAt: null })
  if (officeId) where.push({ officeId })
  if (search) {
    // Prisma hands the text to LIKE as it is: a bare % found everybody.
    const contains = { contains: search.replace(/[%_\\]/g, '\\$&'), mode: 'insensitive' as const }
    where.push({ OR: [{ fullName: contains }, { email: contains }] })
  }
  if (cursor) {
    const { fullName, id } = cursor
    where.push({ OR: [{ fullName: { gt: fullName } }, { fullName, id: { gt: id } }] })
  }
  const rows = await db.person.findMany({
    where: { AND: where },
    select: personRow,
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    people: rows.slice(0, PAGE).map((row) => {
      const { passwordHash: _never, tokens: _links, removedAt: _when, officeId: _office, ...person } = row
      return { ...person, status: statusOf(row), mayManage: mayManage(actor, row) }
    }),
    nextCursor: last ? { fullName: last.fullName, id: last.id } : null,
  }
}

/** The agents whose book the actor may work on: for choosing whose contact somebody is. */
export const listAgents = ({ db, actor }: Context) =>
  db.person.findMany({
    where: { AND: [visibleAgents(actor), { removedAt: null, role: { not: 'assistant' } }] },
    select: { id: true, fullName: true, office: { select: { id: true, name: true } } },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
    take: 500,
  })

export async function listOffices({ db, actor }: Context) {
  const offices = await db.office.findMany({
    where: visibleOffices(actor),
    select: {
      id: true,
      name: true,
      postalAddress: true,
      phone: true,
      timeZone: true,
      _count: { select: { people: { where: { removedAt: null } }, teams: true } },
    },
    orderBy: { name: 'asc' },
    take: 200,
  })
  return offices.map(({ _count, ...office }) => ({ ...office, people: _count.people, teams: _count.teams }))
}

export async function listTeams({ db, actor }: Context) {
  const teams = await db.team.findMany({
    where: visibleTeams(actor),
    select: {
      id: true,
      name: true,
      office: { select: { id: true, name: true } },
      people: {
        where: { removedAt: null },
        select: { id: true, fullName: true, role: true },
        orderBy: { fullName: 'asc' },
        take: 50,
      },
    },
    orderBy: [{ office: { name: 'asc' } }, { name: 'asc' }],
    take: 500,
  })
  return teams.map((team) => ({ ...team, mayChange: mayRunOffice(actor, team.office.id) }))
}

/** How many contacts somebody else would have to take over. */
export async function readBookSize(
  { db, actor }: Context,
  { personId }: { personId: string },
  sizeOf: (db: Context['db'], agentId: string) => Promise<number>,
) {
  const where = { AND: [{ id: personId }, visiblePeople(actor)] }
  const person = await db.person.findFirst({ where, select: { id: true, role: true, officeId: true } })
  if (!person || !mayManage(actor, person)) throw notFound('This person')
  return { contacts: await sizeOf(db, personId) }
}
