import { type Reconciled, reconcileStream } from '#server/domain/legacy/reconcile/reconcile.ts'
import { reconcileInWords } from '#server/domain/legacy/reconcile/reconcile.words.ts'
import { STREAMS } from '#server/domain/legacy/sync/lanes.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Four times a day: is what we hold what they hold? One stream a step. */
export const reconcileLegacy = (kit: Kit) =>
  scheduled(kit, 'reconcile-legacy', async ({ step }) => {
    const found: Reconciled[] = []
    for (const stream of STREAMS) found.push(await step.run(stream, () => reconcileStream(kit.deps, stream)))
    return reconcileInWords(found)
  })
