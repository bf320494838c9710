import { z } from 'zod'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import { DomainError } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce, type Fact } from '#server/outbox.ts'
import { REHEARSAL_STEPS, type RehearsalStep, type StepResult } from './rehearsal.words.ts'
import { type RehearsalDeps, tryStep } from './steps.ts'

const rehearsalRequested = (data: { rehearsalId: string }): Fact => ({ name: 'legacy/rehearsal.requested', data })

const stepsSchema = z.array(
  z.object({
    name: z.enum(REHEARSAL_STEPS),
    state: z.enum(['ok', 'failed', 'skipped']),
    words: z.string(),
    ms: z.number(),
  }),
)

export const readSteps = (steps: unknown): StepResult[] => stepsSchema.catch([]).parse(steps)

/** Longer than any rehearsal takes: whatever did it is gone. */
const ABANDONED_MS = 15 * 60_000

/** Asks for a rehearsal; the worker does it. Of two who ask at once the second is told. */
export async function requestRehearsal(ctx: Context, { feature }: { feature: Feature }): Promise<{ id: string }> {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const at = now()
    await tx.legacyRehearsal.updateMany({
      where: { feature, endedAt: null, requestedAt: { lt: new Date(at.getTime() - ABANDONED_MS) } },
      data: { endedAt: at, passed: false },
    })
    const id = newId()
    const { count } = await tx.legacyRehearsal.createMany({
      data: [{ id, feature, requestedAt: at, byId: actor.personId }],
      skipDuplicates: true,
    })
    if (count === 0)
      throw new DomainError('CONFLICT', 'A rehearsal is underway. Its result will stand here in a moment.')
    await announce(tx, rehearsalRequested({ rehearsalId: id }))
    return { id }
  })
}

/** The result of a step takes the place of an earlier one: a job may be killed and run again. */
async function keepStep(db: Db, id: string, result: StepResult): Promise<void> {
  const { steps } = await db.legacyRehearsal.findUniqueOrThrow({ where: { id }, select: { steps: true } })
  const others = readSteps(steps).filter(({ name }) => name !== result.name)
  await db.legacyRehearsal.updateMany({ where: { id, endedAt: null }, data: { steps: [...others, result] } })
}

/** Tries one step of a rehearsal and keeps what came of it. */
export async function rehearseStep(
  deps: RehearsalDeps,
  rehearsalId: string,
  name: RehearsalStep,
): Promise<{ state: StepResult['state'] }> {
  const asked = await deps.db.legacyRehearsal.findUniqueOrThrow({ where: { id: rehearsalId } })
  const result = await tryStep(deps, asked, name)
  await keepStep(deps.db, rehearsalId, result)
  return { state: result.state }
}

/** Says how a rehearsal went. Passed when each step was tried and none failed. */
export async function closeRehearsal(deps: RehearsalDeps, rehearsalId: string): Promise<{ passed: boolean }> {
  const { steps } = await deps.db.legacyRehearsal.findUniqueOrThrow({ where: { id: rehearsalId } })
  const results = readSteps(steps)
  const passed = results.length === REHEARSAL_STEPS.length && results.every(({ state }) => state !== 'failed')
  await deps.db.legacyRehearsal.updateMany({
    where: { id: rehearsalId, endedAt: null },
    data: { passed, endedAt: deps.now() },
  })
  deps.log.info({ rehearsalId, passed }, 'switch rehearsed')
  return { passed }
}
