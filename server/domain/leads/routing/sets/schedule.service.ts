import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError } from '#server/errors.ts'
import { inForceAt } from '../in-force.ts'
import { minuteOf, momentOn } from '../wall-clock.ts'
import { sayEffect } from './effect.words.ts'

const DAY_MS = 86_400_000
/** Later than that nobody remembers it, and the draft was tried on leads of another season. */
const LATEST_DAYS = 90

export const called = (version: number) => `version ${version}`

/** "2026-11-23T09:00" on the clock of the firm, as a moment that lies ahead. */
export function readEffect(from: string, now: Date): Date {
  const at = momentOn(from.slice(0, 10), minuteOf(from.slice(11)), FIRM_ZONE)
  if (at <= now || at.getTime() > now.getTime() + LATEST_DAYS * DAY_MS) {
    throw new DomainError('BAD_REQUEST', `Pick a time that lies ahead, ${LATEST_DAYS} days at most.`)
  }
  return at
}

export const retire = (tx: Db, id: string, at: Date) =>
  tx.routingRuleSet.update({ where: { id }, data: { state: 'retired', retiredAt: at }, select: { id: true } })

/** The set in force, held until the transaction ends: of two who publish at once the second waits. Where its time has come meanwhile, that is written down first. */
export async function holdInForce(tx: Db, at: Date): Promise<{ id: string; version: number }> {
  await tx.$queryRaw`SELECT 1 FROM routing_rule_set WHERE state IN ('published', 'scheduled') ORDER BY version FOR UPDATE`
  const { id, version, state, effectiveFrom } = await tx.routingRuleSet.findFirstOrThrow(inForceAt(at))
  if (state === 'scheduled') {
    const over = { state: 'retired' as const, retiredAt: effectiveFrom }
    await tx.routingRuleSet.updateMany({ where: { state: 'published' }, data: over })
    await tx.routingRuleSet.update({ where: { id }, data: { state: 'published' }, select: { id: true } })
  }
  return { id, version: version ?? 0 }
}

/** In the order in which they were published. Its caller holds the set in force. */
export async function nextVersion(tx: Db): Promise<number> {
  const { _max } = await tx.routingRuleSet.aggregate({ _max: { version: true } })
  return (_max.version ?? 0) + 1
}

/** What is published now would be undone by what was published for later. */
export async function refuseWhileScheduled(tx: Db, at: Date): Promise<void> {
  const waiting = await tx.routingRuleSet.findFirst({
    where: { state: 'scheduled' },
    select: { version: true, effectiveFrom: true },
  })
  if (!waiting?.effectiveFrom) return
  const words = `Version ${waiting.version} takes effect ${sayEffect(waiting.effectiveFrom, at)}. Take it back first.`
  throw new DomainError('PRECONDITION_FAILED', words)
}

/** Takes rules back that were to take effect later: at once and alone, as the way back. Null: nothing waits any more. */
export async function takeBackScheduled(ctx: Context): Promise<{ version: number | null }> {
  const at = ctx.now()
  return ctx.db.$transaction(async (tx) => {
    await holdInForce(tx, at)
    const waiting = await tx.routingRuleSet.findFirst({
      where: { state: 'scheduled' },
      select: { id: true, version: true },
    })
    if (!waiting) return { version: null }
    await retire(tx, waiting.id, at)
    const version = waiting.version ?? 0
    const before = { name: called(version) }
    await recordDeed(tx, ctx, { action: 'rulesTakenBack', target: 'ruleSet', targetId: waiting.id, before })
    return { version }
  })
}
