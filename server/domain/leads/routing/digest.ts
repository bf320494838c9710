import { createHash } from 'node:crypto'
import type { Rules } from './rules.schema.ts'

/** Keys in one order, however the rules were written down. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]))
}

/** Stands for a set of rules: equal for equal rules, and different as soon as a letter is. */
export const digestOf = (rules: Rules): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(rules)))
    .digest('hex')
