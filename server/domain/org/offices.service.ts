import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { refuseDuplicate } from './org.duplicates.ts'
import { mayRunOffice, visibleTeams } from './org.policy.ts'

type OfficeFacts = { name: string; postalAddress: string; phone: string; timeZone: string }

const officeTaken = 'There is an office with this name already.'
const teamTaken = 'This office has a team with that name already.'

export async function createOffice({ db }: Context, { name, postalAddress, phone, timeZone }: OfficeFacts) {
  const data = { name, postalAddress, phone, timeZone }
  const { id } = await refuseDuplicate(officeTaken, db.office.create({ data, select: { id: true } }))
  return { officeId: id }
}

export async function updateOffice({ db }: Context, { officeId, ...facts }: OfficeFacts & { officeId: string }) {
  const { name, postalAddress, phone, timeZone } = facts
  const data = { name, postalAddress, phone, timeZone }
  const { count } = await refuseDuplicate(officeTaken, db.office.updateMany({ where: { id: officeId }, data }))
  if (count === 0) throw notFound('This office')
  return { officeId }
}

/** Only an empty office goes; its people, also removed ones, have to be placed elsewhere first. */
export async function removeOffice({ db }: Context, { officeId }: { officeId: string }) {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM office WHERE id = ${officeId}::uuid FOR UPDATE`
    const office = await tx.office.findUnique({
      where: { id: officeId },
      select: { name: true, _count: { select: { people: true } } },
    })
    if (!office) throw notFound('This office')
    if (office._count.people > 0) {
      const words = `${office.name} still has ${office._count.people} people, removed ones included. Place them elsewhere first.`
      throw new DomainError('PRECONDITION_FAILED', words)
    }
    await tx.team.deleteMany({ where: { officeId } })
    await tx.office.delete({ where: { id: officeId } })
  })
  return { officeId }
}

export async function createTeam({ db, actor }: Context, { officeId, name }: { officeId: string; name: string }) {
  if (!mayRunOffice(actor, officeId)) throw new DomainError('FORBIDDEN', 'Only who runs an office makes its teams.')
  const office = await db.office.findUnique({ where: { id: officeId }, select: { id: true } })
  if (!office) throw notFound('This office')
  const { id } = await refuseDuplicate(teamTaken, db.team.create({ data: { officeId, name }, select: { id: true } }))
  return { teamId: id }
}

export async function renameTeam(ctx: Context, { teamId, name }: { teamId: string; name: string }) {
  await requireTeam(ctx.db, ctx, teamId)
  await refuseDuplicate(teamTaken, ctx.db.team.update({ where: { id: teamId }, data: { name }, select: { id: true } }))
  return { teamId }
}

/** Its people stay in the office, without a team. */
export async function removeTeam(ctx: Context, { teamId }: { teamId: string }) {
  await requireTeam(ctx.db, ctx, teamId)
  await ctx.db.team.deleteMany({ where: { id: teamId } })
  return { teamId }
}

async function requireTeam(db: Db, { actor }: Context, teamId: string) {
  const where = { AND: [{ id: teamId }, visibleTeams(actor)] }
  const team = await db.team.findFirst({ where, select: { officeId: true } })
  if (!team) throw notFound('This team')
  if (!mayRunOffice(actor, team.officeId))
    throw new DomainError('FORBIDDEN', 'Only who runs an office changes its teams.')
}
