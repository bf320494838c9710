import {
  type Compared,
  closeDay,
  comparePage,
  openDay,
  pickDays,
  workOut,
} from '#server/domain/legacy/shadow/compare.service.ts'
import { comparedInWords } from '#server/domain/legacy/shadow/compare.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each morning: did the old engine and Palmetto tell the same people of the same homes? Some hundred people a step. */
export const compareAlerts = (kit: Kit) =>
  scheduled(kit, 'compare-alerts', async ({ step }) => {
    const { db, now } = kit.deps
    const deps = { db, now }
    const compared: Compared[] = []
    for (const day of await step.run('pick', () => pickDays(deps))) {
      if (await step.run(`open: ${day}`, () => openDay(deps, day))) {
        let after: string | null = null
        do {
          const from: string | null = after
          after = await step.run(`work out: ${day}`, () => workOut(deps, day, from))
        } while (after !== null)
        while (await step.run(`compare: ${day}`, () => comparePage(deps, day)));
      }
      compared.push(await step.run(`close: ${day}`, () => closeDay(deps, day)))
    }
    return comparedInWords(compared)
  })
