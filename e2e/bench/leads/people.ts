import type { RootDb } from '#server/db.ts'
import { newId } from '#server/ids.ts'

/** So many agents of one office, in one statement. */
export async function hireAgents(db: RootDb, count: number): Promise<string[]> {
  const officeId = newId()
  const place = { postalAddress: '12 Queen Street, Charleston, SC 29401', phone: '(843) 555-0100' }
  await db.office.create({ data: { id: officeId, name: `Office ${officeId}`, ...place } })
  const people = Array.from({ length: count }, (_none, index) => {
    const id = newId()
    return { id, officeId, fullName: `Agent ${index + 1}`, email: `${id}@palmetto.test`, role: 'agent' as const }
  })
  await db.person.createMany({ data: people })
  return people.map(({ id }) => id)
}

/** Leads of people who are new, kept by somebody until an agent has them. */
export async function takeInLeads(
  db: RootDb,
  { count, keeperId }: { count: number; keeperId: string },
): Promise<string[]> {
  const { officeId } = await db.person.findUniqueOrThrow({ where: { id: keeperId }, select: { officeId: true } })
  const at = new Date()
  const leads = Array.from({ length: count }, () => {
    const [id, contactId] = [newId(), newId()]
    const who = { fullName: `Nora ${id.slice(-6)}`, email: `${id}@example.test` }
    return { id, contactId, who }
  })
  await db.contact.createMany({
    data: leads.map(({ contactId, who }) => ({ id: contactId, ...who, agentId: keeperId, officeId })),
  })
  await db.inquiry.createMany({
    data: leads.map(({ id, contactId, who }) => ({
      ...{ id, requestKey: id, contactId, ...who, kind: 'General' as const, leadType: 'Buyer' as const },
      ...{ state: 'offered' as const, because: 'rule', raw: {}, door: 'webhook' as const, isNewPerson: true },
      ...{ receivedAt: at, takenInAt: at, citySlug: 'mount-pleasant' },
    })),
  })
  return leads.map(({ id }) => id)
}
