import type { PrismaClient } from '#server/generated/prisma/client.ts'

const HOUR_MS = 3_600_000

/** A contact that the old system will not have as it is, and two fields of another that were changed in both systems. */
export async function aWriteThatWaits(db: PrismaClient) {
  const [waiting, contested] = await db.contact.findMany({
    where: { removedAt: null },
    orderBy: { id: 'asc' },
    take: 2,
  })
  if (!waiting || !contested) throw new Error('The demo has no contacts.')
  const now = new Date()
  const times = {
    queuedAt: new Date(now.getTime() - 6 * 60_000),
    changedAt: now,
    notBefore: new Date(now.getTime() + HOUR_MS),
  }
  const why = { reason: 'refused', detail: '121: Document failed validation', attempts: 4, state: 'queued' as const }
  const which = { stream: 'contacts' as const, targetId: waiting.id }
  await db.legacyWrite.upsert({
    where: { stream_targetId: which },
    create: { ...which, version: 1n, ...times, ...why },
    update: { ...times, ...why },
  })
  const about = { stream: 'contacts' as const, targetId: contested.id, sourceId: `s:${contested.id}` }
  const found = { oursAt: new Date(now.getTime() - HOUR_MS), theirsAt: times.queuedAt, foundAt: now }
  if ((await db.legacyConflict.count({ where: { targetId: contested.id } })) > 0) return
  await db.legacyConflict.createMany({
    data: [
      {
        ...about,
        ...found,
        field: 'phone',
        base: '(843) 555-0100',
        ours: '(843) 555-0142',
        theirs: '(843) 555-0178',
        taken: 'theirs',
        rule: 'later',
      },
      {
        ...about,
        ...found,
        field: 'stage',
        base: 'lead',
        ours: 'active',
        theirs: 'client',
        taken: 'ours',
        rule: 'palmetto',
      },
    ],
  })
}
