import { areasOverlap, holdsArea } from './areas.ts'
import { CONDITIONS } from './conditions.ts'
import type { Conditions } from './routing.types.ts'

type Lists = Omit<Conditions, 'price' | 'times' | 'areas'>
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
  if (name === 'areas') {
    return (narrow.areas ?? []).every((each) => (wide.areas ?? []).some((area) => holdsArea(area, each)))
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
  // A lead has many tags.
  if (name === 'tags') return true
  if (name === 'areas') return (a.areas ?? []).some((one) => (b.areas ?? []).some((other) => areasOverlap(one, other)))
  const known = new Set(listOf(a, name))
  return listOf(b, name).some((each) => known.has(each))
}

/** Whether a rule fits every lead that another one fits, as far as their conditions tell. */
export const catchesAll = (wide: Conditions, narrow: Conditions): boolean =>
  CONDITIONS.every((name) => holdsAll(name, wide, narrow))

/** Ways to say a place that nothing here compares with each other: no table has the lines of towns and zips. */
const PLACES = ['citySlugs', 'postalCodes', 'areas'] as const

/** Whether two rules speak of places, or of tags, in ways that only a lead itself can bring together. */
function isUnsure(a: Conditions, b: Conditions): boolean {
  const [ofA, ofB] = [a, b].map((when) => PLACES.filter((name) => when[name] !== undefined).join(' '))
  const known = new Set(a.tags)
  const tagsDiffer = a.tags !== undefined && b.tags !== undefined && !b.tags.some((tag) => known.has(tag))
  return (ofA !== '' && ofB !== '' && ofA !== ofB) || tagsDiffer
}

/** Whether there can be a lead that both fit; "maybe" where their conditions can not be compared. */
export function meets(a: Conditions, b: Conditions): 'yes' | 'maybe' | 'no' {
  if (!CONDITIONS.every((name) => canMeet(name, a, b))) return 'no'
  return isUnsure(a, b) ? 'maybe' : 'yes'
}
