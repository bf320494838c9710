import { type Evaluation, evaluationInWords } from '#server/domain/quality/checking/check.words.ts'
import { retireRules } from '#server/domain/quality/checking/issues.store.ts'
import { lookAtStream } from '#server/domain/quality/checking/look-at-stream.ts'
import { measureStreams } from '#server/domain/quality/checking/measure.ts'
import { QUALITY_STREAMS } from '#server/domain/quality/quality.words.ts'
import { RULES } from '#server/domain/quality/rules/rules.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each hour: what is wrong with the data, rule by rule. Cut short, it goes on with the rule it stood at. */
export const checkQuality = (kit: Kit) =>
  scheduled(kit, 'check-quality', async ({ step, slot }) => {
    const { db, now } = kit.deps
    const keys = RULES.map(({ key }) => key)
    const retired = await step.run('retire', () => retireRules(db, keys, now()))
    const sums = { opened: 0, reopened: 0, closed: retired }
    const failed: string[] = []
    for (const stream of QUALITY_STREAMS) {
      const looked = await step.run(stream, () => lookAtStream({ db, now }, stream, slot))
      sums.opened += looked.opened
      sums.reopened += looked.reopened
      sums.closed += looked.closed
      failed.push(...looked.failed)
    }
    const measured = await step.run('measure', () => measureStreams({ db, now }, slot))
    const evaluation: Evaluation = { rules: RULES.length, failed, ...sums, ...measured }
    return evaluationInWords(evaluation)
  })
