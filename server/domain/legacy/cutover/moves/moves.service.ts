import type { Context } from '#server/context.ts'
import { mastersOf } from '#server/domain/cutover/cutover.queries.ts'
import { lockMaster, switchMaster } from '#server/domain/cutover/cutover.service.ts'
import { isOneStep } from '#server/domain/cutover/cutover.words.ts'
import { env } from '#server/env.ts'
import { DomainError } from '#server/errors.ts'
import { judgeFacts } from '../evidence/checks.ts'
import { checksFor, isWayBack } from '../evidence/evidence.words.ts'
import { gatherFacts } from '../evidence/facts.store.ts'
import type { SwitchInput } from './moves.schema.ts'

/**
 * Makes another system the master of a feature, one step forth or back. Refused with what is not proven; the evidence is
 * gathered while nobody can write under the old master, and kept with the switch. A way back may be taken although not
 * everything is across, by who says so.
 */
export async function switchFeature(ctx: Context, input: SwitchInput): Promise<{ version: number }> {
  const { feature, to, version, why, anyway } = input
  return ctx.db.$transaction(async (tx) => {
    await lockMaster(tx, feature)
    const standing = (await mastersOf(tx))[feature]
    if (standing.version !== version) {
      throw new DomainError('CONFLICT', 'Somebody else has just switched it. Look at how it stands now.')
    }
    const from = standing.master
    if (!isOneStep(from, to)) throw new DomainError('BAD_REQUEST', 'A switch goes one step, forth or back.')
    const quietHours = env.CUTOVER_QUIET_HOURS
    const facts = await gatherFacts(tx, feature, ctx.now(), quietHours)
    const evidence = judgeFacts(facts, checksFor(from, to), quietHours)
    const against = evidence.filter(({ state }) => state !== 'ok')
    const isForced = anyway && isWayBack(from, to)
    if (against.length > 0 && !isForced) {
      throw new DomainError('PRECONDITION_FAILED', against.map(({ words }) => words).join(' '))
    }
    return switchMaster(tx, ctx, { feature, from, to, version, why, evidence, byId: ctx.actor.personId })
  })
}
