import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

/** Something that was done to a person whose name carries the marker. */
async function seed({ db, agent, marker }: Book) {
  const about = { action: 'officeCreated', target: 'office', targetId: crypto.randomUUID() } as const
  await db.auditEntry.create({
    data: { ...about, actorId: agent.id, occurredAt: new Date(), after: { name: marker } },
  })
  return {}
}

export default defineRights<Record<string, never>>({
  seed,
  members: { 'audit.list': { input: () => ({}), allowed: adminsOnly, otherwise: 'refused' } },
})
