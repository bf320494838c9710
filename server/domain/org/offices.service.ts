import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { changedFields, recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { refuseDuplicate } from './org.duplicates.ts'
import { mayRunOffice, visibleTeams } from './org.policy.ts'

type OfficeFacts = { name: string; postalAddress: string; phone: string; timeZone: string }

const officeTaken = 'There is an office with this name already.'
const teamTaken = 'This office has a team with that name already.'

export async function createOffice(ctx: Context, { name, postalAddress, phone, timeZone }: OfficeFacts) {
  const data = { name, postalAddress, phone, timeZone }
  return ctx.db.$transaction(async (tx) => {
    const { id } = await refuseDuplicate(officeTaken, tx.office.create({ data, select: { id: true } }))
    await recordDeed(tx, ctx, { action: 'officeCreated', target: 'office', targetId: id, after: { name } })
    return { officeId: id }
  })
}

export async function updateOffice(ctx: Context, { officeId, ...facts }: OfficeFacts & { officeId: string }) {
  const { name, postalAddress, phone, timeZone } = facts
  const data = { name, postalAddress, phone, timeZone }
  return ctx.db.$transaction(async (tx) => {
    const before = await tx.office.findUnique({ where: { id: officeId }, select: { name: true } })
    if (!before) throw notFound('This office')
    await refuseDuplicate(officeTaken, tx.office.update({ where: { id: officeId }, data, select: { id: true } }))
    const named = { before: { name: before.name }, after: { name } }
    await recordDeed(tx, ctx, { action: 'officeChanged', target: 'office', targetId: officeId, ...named })
    return { officeId }
  })
}

/** Only an empty office goes; its people, also removed ones, have to be placed elsewhere first. */
export async function removeOffice(ctx: Context, { officeId }: { officeId: string }) {
  await ctx.db.$transaction(async (tx) => {
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
    const before = { name: office.name }
    await recordDeed(tx, ctx, { action: 'officeRemoved', target: 'office', targetId: officeId, before })
  })
  return { officeId }
}

export async function createTeam(ctx: Context, { officeId, name }: { officeId: string; name: string }) {
  const { db, actor } = ctx
  if (!mayRunOffice(actor, officeId)) throw new DomainError('FORBIDDEN', 'Only who runs an office makes its teams.')
  const office = await db.office.findUnique({ where: { id: officeId }, select: { id: true } })
  if (!office) throw notFound('This office')
  return db.$transaction(async (tx) => {
    const { id } = await refuseDuplicate(teamTaken, tx.team.create({ data: { officeId, name }, select: { id: true } }))
    await recordDeed(tx, ctx, { action: 'teamCreated', target: 'team', targetId: id, after: { officeId, name } })
    return { teamId: id }
  })
}

export async function renameTeam(ctx: Context, { teamId, name }: { teamId: string; name: string }) {
  return ctx.db.$transaction(async (tx) => {
    const before = await requireTeam(tx, ctx, teamId)
    await refuseDuplicate(teamTaken, tx.team.update({ where: { id: teamId }, data: { name }, select: { id: true } }))
    const change = changedFields({ name: before.name }, { name })
    if (change) await recordDeed(tx, ctx, { action: 'teamRenamed', target: 'team', targetId: teamId, ...change })
    return { teamId }
  })
}

/** Its people stay in the office, without a team. */
export async function removeTeam(ctx: Context, { teamId }: { teamId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const before = await requireTeam(tx, ctx, teamId)
    await tx.team.deleteMany({ where: { id: teamId } })
    await recordDeed(tx, ctx, { action: 'teamRemoved', target: 'team', targetId: teamId, before })
    return { teamId }
  })
}

async function requireTeam(db: Db, { actor }: Context, teamId: string) {
  const where = { AND: [{ id: teamId }, visibleTeams(actor)] }
  const team = await db.team.findFirst({ where, select: { officeId: true, name: true } })
  if (!team) throw notFound('This team')
  if (!mayRunOffice(actor, team.officeId))
    throw new DomainError('FORBIDDEN', 'Only who runs an office changes its teams.')
  return team
}
