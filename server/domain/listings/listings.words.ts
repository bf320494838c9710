import type { PropertySubType, StandardStatus } from '#server/generated/prisma/enums.ts'

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
