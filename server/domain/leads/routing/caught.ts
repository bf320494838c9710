import { fits } from './conditions.ts'
import type { Facts, Rules } from './routing.types.ts'

/** Of some leads, how many a rule fits, and how many of them no rule above it fits. */
export type Caught = { ruleId: string; fits: number; first: number }

/** How many of the leads each rule would have caught: the first rule that fits has a lead. The default has the rest. */
export function countCaught({ rules, fallback }: Rules, leads: readonly Facts[]): Caught[] {
  const counts = new Map<string, Caught>([...rules, fallback].map(({ id }) => [id, { ruleId: id, fits: 0, first: 0 }]))
  for (const facts of leads) {
    const fitting = [...rules.filter(({ when }) => fits(when, facts)), fallback]
    for (const [index, { id }] of fitting.entries()) {
      const count = counts.get(id)
      if (count) counts.set(id, { ...count, fits: count.fits + 1, first: count.first + Number(index === 0) })
    }
  }
  return [...counts.values()]
}

/** "Would have caught 12 of last month's 340 leads." */
export const sayCaught = ({ first }: Caught, leads: number): string =>
  leads === 0 ? 'No lead came in last month.' : `Would have caught ${first} of last month’s ${leads} leads.`
