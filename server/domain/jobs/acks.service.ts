import type { Context } from '#server/context.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { DomainError } from '#server/errors.ts'

type OfCause = { causeKey: string }

function requireAdmin({ actor }: Context) {
  if (!seesWholeFirm(actor)) throw new DomainError('FORBIDDEN', 'Only owners and admins look after alarms.')
}

const columns = { id: true, title: true, detail: true, href: true, openedAt: true, resolvedAt: true, ackedAt: true }

async function findLast({ db }: Context, { causeKey }: OfCause) {
  const incident = await db.incident.findFirst({
    where: { causeKey },
    select: { ...columns, ackedById: true },
    orderBy: { openedAt: 'desc' },
  })
  if (!incident) throw new DomainError('NOT_FOUND', 'This alarm is no longer kept.')
  return incident
}

/** Somebody looks after an incident: the others see who. The first one stays; to say it twice changes nothing. */
export async function ackIncident(ctx: Context, of: OfCause) {
  requireAdmin(ctx)
  const { db, actor, now } = ctx
  const { id, resolvedAt } = await findLast(ctx, of)
  if (!resolvedAt) {
    const acked = { ackedAt: now(), ackedById: actor.personId }
    await db.incident.updateMany({ where: { id, ackedAt: null, resolvedAt: null }, data: acked })
  }
  const incident = await findLast(ctx, of)
  const by = incident.ackedById
    ? await db.person.findUnique({ where: { id: incident.ackedById }, select: { fullName: true } })
    : null
  return { ...incident, ackedBy: by?.fullName ?? null }
}

/** A cause tells nobody for so long, also when it comes and goes; it is watched on, and shown on Operations. */
export async function muteCause(ctx: Context, { causeKey, hours }: OfCause & { hours: number }) {
  requireAdmin(ctx)
  const { db, actor, now } = ctx
  const incident = await findLast(ctx, { causeKey })
  const until = new Date(now().getTime() + hours * 3_600_000)
  const mute = { until, mutedAt: now(), mutedById: actor.personId }
  await db.alarmMute.upsert({ where: { causeKey }, create: { causeKey, ...mute }, update: mute })
  return { ...incident, until, mutedBy: actor.fullName }
}
