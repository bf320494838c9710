import type { Db } from '#server/db.ts'

const working = { removedAt: null, role: { not: 'assistant' } } as const

/** Whoever the firm chose, while they are here; else who has been here longest, owners first. */
export async function findFallback(db: Db): Promise<{ agentId: string }> {
  const setting = await db.leadSetting.findUnique({
    where: { id: 1 },
    select: { defaultPerson: { select: { id: true, removedAt: true } } },
  })
  if (setting && !setting.defaultPerson.removedAt) return { agentId: setting.defaultPerson.id }
  const longest = await db.person.findFirst({
    where: working,
    select: { id: true },
    // The roles stand in the order of the database's type: owners, admins, managers.
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  if (!longest) throw new Error('Nobody works here who could answer an inquiry.')
  return { agentId: longest.id }
}
