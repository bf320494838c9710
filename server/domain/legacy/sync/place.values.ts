import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import { SPELLINGS } from '#server/domain/listings/town.words.ts'
import { numberOf } from './number.values.ts'
import { textOf } from './text.values.ts'

const LONG_FORMS: Record<string, string> = {
  mt: 'Mount',
  n: 'North',
  s: 'South',
  e: 'East',
  w: 'West',
  is: 'Island',
  isl: 'Island',
  bch: 'Beach',
  st: 'St.',
  of: 'of',
  on: 'on',
  the: 'the',
}
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function properName(text: string): string {
  const words = text.toLowerCase().replace(/\./g, '. ').split(/\s+/).filter(Boolean)
  const known = SPELLINGS[slugOf(words.join(' '))]
  if (known) return known
  const spelled = words.map((word) => LONG_FORMS[word.replace(/\.$/, '')] ?? word.split('-').map(capitalised).join('-'))
  return capitalised(spelled.join(' '))
}

export type Town = { city: string; citySlug: string }

/** "MT PLEASANT", " Mt. Pleasant" and "mount pleasant" are one town. Null when nothing is left of the name. */
export function townOf(value: unknown): Town | null {
  const city = properName(textOf(value) ?? '')
  const citySlug = slugOf(city)
  return citySlug === '' ? null : { city, citySlug }
}

/** Five digits, from 29464, "29464" or "29464-1234"; null for anything else. */
export function zipOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value).padStart(5, '0') : (textOf(value) ?? '')
  return /^(\d{5})(?:[-\s]?\d{4})?$/.exec(text)?.[1] ?? null
}

const isInState = (latitude: number, longitude: number) =>
  latitude >= 32 && latitude <= 35.3 && longitude >= -83.5 && longitude <= -78.4

export type Point = { latitude: number; longitude: number }

/** A point in South Carolina; swapped back when only that lies there. Null for anywhere else: a wrong pin is worse than none. */
export function pointOf(longitude: unknown, latitude: unknown): Point | null {
  const [x, y] = [numberOf(longitude), numberOf(latitude)]
  if (x === null || y === null) return null
  if (isInState(y, x)) return { latitude: y, longitude: x }
  return isInState(x, y) ? { latitude: x, longitude: y } : null
}
