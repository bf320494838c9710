import type { Db } from '#server/db.ts'

type Asked = { askedIds: readonly string[] }

const oldest = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]

/** Who leads a team of those who were asked and was not asked yet: of the team that was asked last, if there are several. */
export async function findTeamLead(db: Db, { askedIds }: Asked): Promise<{ id: string } | null> {
  const asked = await db.person.findMany({ where: { id: { in: [...askedIds] } }, select: { teamId: true } })
  const teamIds = asked.flatMap(({ teamId }) => (teamId ? [teamId] : []))
  return db.person.findFirst({
    where: { teamId: { in: teamIds }, role: 'teamLead', removedAt: null, id: { notIn: [...askedIds] } },
    select: { id: true },
    orderBy: oldest,
  })
}

/** Who manages an office of those who were asked, and was not asked yet. */
export async function findManager(db: Db, { askedIds }: Asked): Promise<{ id: string } | null> {
  const asked = await db.person.findMany({ where: { id: { in: [...askedIds] } }, select: { officeId: true } })
  return db.person.findFirst({
    where: {
      officeId: { in: asked.map(({ officeId }) => officeId) },
      ...{ role: 'manager', removedAt: null, id: { notIn: [...askedIds] } },
    },
    select: { id: true },
    orderBy: oldest,
  })
}
