import { isRecord } from './text.values.ts'

/** Reads numbers out of whatever the old system stored: 3, "2,140", "3 BR", a Decimal128. Nothing here throws. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (isRecord(value))
    return numberOf(value.$numberDecimal ?? value.$numberLong ?? value.$numberDouble ?? value.$numberInt)
  if (typeof value !== 'string') return null
  const [digits] = /^[-+]?\d[\d,]*(\.\d+)?|^[-+]?\.\d+/.exec(value.trim()) ?? []
  const number = digits === undefined ? Number.NaN : Number(digits.replaceAll(',', ''))
  return Number.isFinite(number) ? number : null
}

const LARGEST_INT = 2_147_483_647

/** A whole number that fits a column, rounded; null when there is none. */
export function integerOf(value: unknown): number | null {
  const number = numberOf(value)
  return number === null || Math.abs(number) > LARGEST_INT ? null : Math.round(number)
}

/** The same, and null unless it is above zero: nobody builds a house of 0 square feet. */
export function positiveIntegerOf(value: unknown): number | null {
  const number = integerOf(value)
  return number !== null && number > 0 ? number : null
}

const MOST_CENTS = 1e13

/** Dollars as cents, from 350000, "350000.00" or "$350,000"; null for words, nothing, and what is no price at all. */
export function centsOf(value: unknown): number | null {
  const isPriceText = typeof value !== 'string' || /^\$?\s*\d[\d,]*(\.\d+)?$/.test(value.trim())
  const dollars = isPriceText ? numberOf(typeof value === 'string' ? value.trim().replace(/^\$\s*/, '') : value) : null
  const cents = dollars === null ? 0 : Math.round(dollars * 100)
  return cents > 0 && cents <= MOST_CENTS ? cents : null
}

/** 2.5, "2.5" or { full: 2, half: 1 } as whole and half baths; a quarter counts as a half. Null when there is none. */
export function bathsOf(value: unknown): { full: number; half: number } | null {
  if (isRecord(value) && ('full' in value || 'half' in value)) {
    const [full, half] = [integerOf(value.full ?? 0), integerOf(value.half ?? 0)]
    return full === null || half === null ? null : { full, half }
  }
  const baths = numberOf(value)
  if (baths === null || baths < 0) return null
  const full = Math.floor(baths)
  return { full, half: baths > full ? 1 : 0 }
}
