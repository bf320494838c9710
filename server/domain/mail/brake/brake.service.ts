import type { Context } from '#server/context.ts'
import type { Db, RootDb } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { raiseIncident, resolveIncident } from '#server/domain/jobs/incidents.service.ts'
import { DomainError } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { mailsQueued } from '../mail.events.ts'
import { judgeTally } from './brake.policy.ts'
import { findBrake, tallyWindow } from './brake.queries.ts'
import { heldBecause } from './brake.words.ts'

export const ALERTS_STOPPED = 'alerts-stopped'

/** Says on each alert that waits why it does: the books of its run count it as put off, not as forgotten. */
const sayWhyTheyWait = (tx: Db, reason: string) =>
  tx.outboxMail.updateMany({
    where: { kind: 'alert', state: 'queued', OR: [{ lastError: null }, { NOT: { lastError: heldBecause(reason) } }] },
    data: { lastError: heldBecause(reason) },
  })

/** While alerts are stopped: marks those that were planned in the meantime. Says how many. */
export const markHeldAlerts = async (db: Db, { reason }: { reason: string }) => (await sayWhyTheyWait(db, reason)).count

/**
 * Stops alerts when too many of them come back or are complained about, before every mailbox provider stops them for
 * us. One incident, one alarm, however many find it out at once. True when this call stopped them.
 */
export async function pullBrakeIfNeeded(db: RootDb, now: Date): Promise<boolean> {
  const tally = await tallyWindow(db, now)
  const reason = judgeTally(tally)
  if (!reason) return false
  return db.$transaction(async (tx) => {
    const pulled = await tx.$executeRaw`
      INSERT INTO mail_brake (id, pulled_at, reason, sent, bounced, complained)
      VALUES (${newId()}::uuid, ${now}, ${reason}, ${tally.sent}, ${tally.bounced}, ${tally.complained})
      ON CONFLICT DO NOTHING`
    if (pulled === 0) return false
    await sayWhyTheyWait(tx, reason)
    const detail = `${reason} Alerts wait until an admin lets them go on.`
    await raiseIncident(tx, {
      ...{ causeKey: ALERTS_STOPPED, title: 'Alerts are stopped', detail, href: '/operations/mail' },
    })
    return true
  })
}

/** Lets alerts go on; who did it, and when, stays on record. What waited leaves with the next delivery. */
export async function releaseBrake(ctx: Context) {
  const { db, actor, now } = ctx
  const at = now()
  return db.$transaction(async (tx) => {
    const brake = await findBrake(tx)
    const { count } = await tx.mailBrake.updateMany({
      where: { releasedAt: null },
      data: { releasedAt: at, releasedById: actor.personId },
    })
    if (!brake || count === 0)
      throw new DomainError('CONFLICT', 'Alerts are not stopped: somebody has let them go on already.')
    const { count: waiting } = await tx.outboxMail.updateMany({
      where: { kind: 'alert', state: 'queued' },
      data: { lastError: null, notBefore: at },
    })
    const about = { target: 'job', targetId: 'deliver-mails', after: { reason: brake.reason } } as const
    await recordDeed(tx, ctx, { action: 'alertsReleased', ...about })
    await resolveIncident(tx, ALERTS_STOPPED)
    if (waiting > 0) await announce(tx, mailsQueued({ count: waiting }))
    return { waiting }
  })
}
