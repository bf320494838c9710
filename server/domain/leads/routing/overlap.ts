import { CONDITIONS } from './conditions.ts'
import type { Conditions } from './routing.types.ts'

type Lists = Omit<Conditions, 'price' | 'times'>
type Time = NonNullable<Conditions['times']>[number]
type Band = NonNullable<Conditions['price']>

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const lowest = ({ minCents = 0 }: Band) => minCents
const highest = ({ maxCents = Number.POSITIVE_INFINITY }: Band) => maxCents

const timeHolds = (wide: Time, narrow: Time) =>
  wide.zone === narrow.zone &&
  narrow.days.every((day) => wide.days.includes(day)) &&
  wide.from <= narrow.from &&
  narrow.until <= wide.until

const timesMeet = (a: Time, b: Time) =>
  // Of two zones nobody can say it without a date: better one word too many.
  a.zone !== b.zone || (a.days.some((day) => b.days.includes(day)) && a.from < b.until && b.from < a.until)

function listOf(when: Conditions, name: keyof Lists): string[] {
  return (when[name] ?? []).map(asText)
}

function holdsAll(name: keyof Conditions, wide: Conditions, narrow: Conditions): boolean {
  if (wide[name] === undefined) return true
  if (narrow[name] === undefined) return false
  if (name === 'price') {
    const [a, b] = [wide.price ?? {}, narrow.price ?? {}]
    return lowest(a) <= lowest(b) && highest(b) <= highest(a)
  }
  if (name === 'times') {
    return (narrow.times ?? []).every((each) => (wide.times ?? []).some((time) => timeHolds(time, each)))
  }
  const known = new Set(listOf(wide, name))
  return listOf(narrow, name).every((each) => known.has(each))
}

function canMeet(name: keyof Conditions, a: Conditions, b: Conditions): boolean {
  if (a[name] === undefined || b[name] === undefined) return true
  if (name === 'price') {
    const [one, other] = [a.price ?? {}, b.price ?? {}]
    return lowest(one) <= highest(other) && lowest(other) <= highest(one)
  }
  if (name === 'times') return (a.times ?? []).some((one) => (b.times ?? []).some((other) => timesMeet(one, other)))
  // A lead has many tags, and drawn areas may lie on each other.
  if (name === 'tags' || name === 'areas') return true
  const known = new Set(listOf(a, name))
  return listOf(b, name).some((each) => known.has(each))
}

/** Whether a rule fits every lead that another one fits, as far as their conditions tell. */
export const catchesAll = (wide: Conditions, narrow: Conditions): boolean =>
  CONDITIONS.every((name) => holdsAll(name, wide, narrow))

/** Whether there can be a lead that both fit. */
export const meets = (a: Conditions, b: Conditions): boolean => CONDITIONS.every((name) => canMeet(name, a, b))
