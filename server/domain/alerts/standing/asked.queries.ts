import type { Db } from '#server/db.ts'

/** The searches of an address that are about to write less often, and those that were laid to rest for want of a reader. */
export async function readAsked(db: Db, email: string) {
  const rows = await db.searchStanding.findMany({
    where: {
      lane: 'Ignored',
      search: { removedAt: null, contact: { email, removedAt: null } },
      OR: [{ stage: 'FinalIgnoredWarning' }, { stage: 'Ignored' }],
    },
    select: {
      ...{ stage: true, stageAt: true, dueAt: true, keptAt: true, cadenceBefore: true },
      search: {
        select: {
          ...{ id: true, name: true, cadence: true, activeYN: true, reason: true },
          current: { select: { summary: true } },
        },
      },
    },
    orderBy: { searchId: 'asc' },
    take: 100,
  })
  return rows.flatMap(({ search, stageAt, keptAt, dueAt, stage, cadenceBefore }) => {
    const { current, activeYN, reason, ...rest } = search
    const atRest = !activeYN && reason === 'Ignored'
    const isOver = keptAt !== null && keptAt >= stageAt
    if (isOver || (stage === 'Ignored' ? !atRest : !activeYN)) return []
    return [{ ...rest, summary: current.summary, dueAt, stageAt, stage, atRest, cadenceBefore }]
  })
}
