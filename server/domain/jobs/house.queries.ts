import type { Context } from '#server/context.ts'
import { countStrays, readPartitions } from '#server/partitions.ts'
import { droppedRules, retention } from './retention.ts'
import { periodInWords } from './retention.words.ts'

const toRule = (rule: (typeof retention)[number]) => ({
  id: rule.id,
  name: rule.name,
  reason: rule.reason,
  /** "30 days", or "for ever". */
  period: rule.how === 'forever' ? 'for ever' : periodInWords(rule.days),
})

/** What is kept and for how long, and the months that are open. */
export async function getHouse({ db }: Context) {
  const months = await Promise.all(
    droppedRules.map(async ({ id, name, table }) => {
      const [partitions, strays] = await Promise.all([readPartitions(db, table), countStrays(db, table)])
      const last = partitions.at(-1)
      return { id, name, strays, partitions, lastMonth: last?.month ?? null }
    }),
  )
  return { rules: retention.map(toRule), months }
}
