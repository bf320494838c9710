import type { ListingFeature, PropertySubType, PropertyType, StandardStatus } from '#server/generated/prisma/enums.ts'

/** RESO's own words for a status; the database stores exactly these. */
export const STATUS_WORDS = {
  Active: 'Active',
  ActiveUnderContract: 'Active Under Contract',
  Pending: 'Pending',
  ComingSoon: 'Coming Soon',
  Hold: 'Hold',
  Withdrawn: 'Withdrawn',
  Canceled: 'Canceled',
  Expired: 'Expired',
  Closed: 'Closed',
  Incomplete: 'Incomplete',
  Delete: 'Delete',
} as const satisfies Record<StandardStatus, string>

/** RESO's own words for a kind of home; the database stores exactly these. */
export const SUB_TYPE_WORDS = {
  SingleFamilyResidence: 'Single Family Residence',
  Townhouse: 'Townhouse',
  Condominium: 'Condominium',
  ManufacturedHome: 'Manufactured Home',
  Duplex: 'Duplex',
  UnimprovedLand: 'Unimproved Land',
} as const satisfies Record<PropertySubType, string>

export const PROPERTY_TYPE_WORDS = {
  Residential: 'Residential',
  ResidentialIncome: 'Residential Income',
  Land: 'Land',
  ManufacturedInPark: 'Manufactured In Park',
  Farm: 'Farm',
} as const satisfies Record<PropertyType, string>

/** The database's words for a feature; people read them, too. */
export const FEATURE_WORDS = {
  Pool: 'Pool',
  Waterfront: 'Waterfront',
  WaterView: 'Water View',
  OceanView: 'Ocean View',
  Dock: 'Dock',
  Garage: 'Garage',
  Fireplace: 'Fireplace',
  NewConstruction: 'New Construction',
  SingleStory: 'Single Story',
  PrimaryDownstairs: 'Primary Downstairs',
  ScreenedPorch: 'Screened Porch',
  FencedYard: 'Fenced Yard',
  GuestQuarters: 'Guest Quarters',
  Gated: 'Gated',
  Elevator: 'Elevator',
  GolfCourse: 'Golf Course',
} as const satisfies Record<ListingFeature, string>

/** "Café, in-ground  POOL" -> "cafe in ground pool": how keywords and the text they are sought in are both spelled. */
export const plainWords = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** What keywords are sought in, with a space at each end. Two spaces part the texts, so that no phrase reaches across. */
export function keywordTextOf(texts: readonly (string | null)[]): string {
  const words = texts.map((text) => plainWords(text ?? '')).filter((text) => text !== '')
  return words.length > 0 ? ` ${words.join('  ')} ` : ''
}
