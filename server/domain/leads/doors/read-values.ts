import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import type { LeadType, PropertySubType } from '#server/generated/prisma/enums.ts'
import { MOST_TAGS } from './draft.schema.ts'

// Each reads one value as people and programs write it; null for what it does not understand, and it never throws.

/** Without characters that no text has; PostgreSQL's texts hold everything but NUL. */
export const cleanText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .trim()
export const cleanLine = (text: string) => cleanText(text).replace(/\s+/g, ' ')

const TIMES: Record<string, number> = { k: 1_000, m: 1_000_000 }
const dollarsOf = (text: string) => {
  const [, digits = '', unit = ''] = /^\$?\s*(\d[\d,]*(?:\.\d{1,2})?)\s*([km]?)$/i.exec(text) ?? []
  return digits === '' ? null : Number(digits.replaceAll(',', '')) * (TIMES[unit.toLowerCase()] ?? 1)
}
const MOST_DOLLARS = 1e12

/** "$425,000", "425k", "1.2M", "$300,000 - $400,000" (the upper end) -> whole cents. */
export function readPrice(text: string): number | null {
  const ends = cleanLine(text)
    .replace(/\b(usd|dollars?)\b/gi, '')
    .split(/\s*(?:-|–|—|\bto\b)\s*/)
  const dollars = dollarsOf((ends.at(-1) ?? '').trim())
  if (dollars === null || ends.length > 2 || dollars <= 0 || dollars > MOST_DOLLARS) return null
  const cents = Math.round(dollars * 100)
  return cents > 0 ? cents : null
}

/** "29464", "29464-1234" -> "29464". */
export const readPostalCode = (text: string) => /^(\d{5})(?:-?\d{4})?$/.exec(text.trim())?.[1] ?? null

/** "Mount Pleasant, SC" -> "mount-pleasant". */
export function readCity(text: string): string | null {
  const [town = ''] = cleanLine(text).split(',')
  return slugOf(town).slice(0, 80).replace(/-+$/, '') || null
}

export function readDegrees(text: string, most: 90 | 180): number | null {
  const degrees = Number(text.trim() || 'none')
  return Number.isFinite(degrees) && Math.abs(degrees) <= most ? degrees : null
}

const LEAD_TYPE_SIGNS: [RegExp, LeadType][] = [
  [/\b(seller|selling|sell|valuation|home value|list my)\b/i, 'Seller'],
  [/\b(renter|renting|rent|rental|tenant|lease)\b/i, 'Renter'],
  [/\b(buyer|buying|buy|purchase|purchaser)\b/i, 'Buyer'],
]
export const readLeadType = (text: string): LeadType | null =>
  LEAD_TYPE_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null

const HOME_SIGNS: [RegExp, PropertySubType][] = [
  [/town\s*(house|home)|row\s*house/i, 'Townhouse'],
  [/condo|apartment|flat/i, 'Condominium'],
  [/manufactured|mobile/i, 'ManufacturedHome'],
  [/duplex|two[- ]family|multi/i, 'Duplex'],
  [/\bland\b|\blots?\b|unimproved|acreage/i, 'UnimprovedLand'],
  [/single|detached|\bhouse\b|residen/i, 'SingleFamilyResidence'],
]
/** "Single Family Residence", "condo" -> RESO's name of it. */
export const readPropertyType = (text: string): PropertySubType | null =>
  HOME_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null

/** "Open House; VIP" -> ["open-house", "vip"]. */
export const readTags = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[,;|\n]/)
        .map((each) => slugOf(each).slice(0, 40).replace(/-+$/, ''))
        .filter((each) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(each)),
    ),
  ].slice(0, MOST_TAGS)

/** A number as it was written, on one line; null when there are too few digits to ring anybody. */
export function readPhone(text: string): string | null {
  const line = cleanLine(text)
  const digits = line.replace(/\D/g, '')
  return digits.length >= 7 && digits.length <= 20 && line.length <= 40 ? line : null
}

export const readWants = (text: string) =>
  /\b(showing|show|tour|visit|viewing|schedule|appointment)/i.test(text) ? ('Showing' as const) : ('Question' as const)
