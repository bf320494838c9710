import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Role } from '#server/generated/prisma/enums.ts'
import { actorOf } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson, aTeam } from '#server/testing/factories.ts'
import { visibleContacts } from './contacts.policy.ts'
import { whereVisible } from './contacts.visible.sql.ts'

test('SQL hides from each role the contacts that the policy hides from it', async () => {
  const [office, other] = [await anOffice(), await anOffice()]
  const team = await aTeam(office.id)
  const agent = await anAgent(office.id, { teamId: team.id })
  const [colleague, stranger] = [await anAgent(office.id), await anAgent(other.id)]
  const ids = new Set<string>()
  for (const keeper of [agent, colleague, stranger]) {
    ids.add((await aContact(keeper)).id)
    ids.add((await aContact(keeper, { removedAt: new Date() })).id)
  }
  // Kept by somebody of this office, but booked in the other one.
  ids.add((await aContact({ id: colleague.id, officeId: other.id })).id)
  const ours = [...ids]

  const seen = new Set<number>()
  const cast: [Role, object][] = [
    ['owner', {}],
    ['admin', {}],
    ['manager', {}],
    ['teamLead', { teamId: team.id }],
    ['teamLead', {}],
    ['assistant', { assistsId: colleague.id }],
    ['assistant', {}],
  ]
  const people = [agent, ...(await Promise.all(cast.map(([role, over]) => aPerson(office.id, { role, ...over }))))]
  for (const person of people) {
    const actor = actorOf(person)
    const byPolicy = await db.contact.findMany({ where: { AND: [visibleContacts(actor), { id: { in: ours } }] } })
    const bySql = await db.$queryRaw<{ id: string }[]>`
      SELECT p.id::text FROM contact p WHERE p.id = ANY(${ours}::uuid[]) AND ${whereVisible(actor)}`
    expect(bySql.map(({ id }) => id).sort(), person.role).toEqual(byPolicy.map(({ id }) => id).sort())
    seen.add(bySql.length)
  }
  expect(seen, 'roles that all see the same prove little').toEqual(new Set([0, 1, 2, 4]))
})
