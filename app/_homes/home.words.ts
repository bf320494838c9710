import type { ListingFeature, PropertySubType, PropertyType, StandardStatus } from '#server/generated/prisma/enums.ts'

/** What an agent calls a status. */
export const STATUS_WORD = {
  Active: 'Active',
  ActiveUnderContract: 'Under contract',
  Pending: 'Pending',
  ComingSoon: 'Coming soon',
  Hold: 'On hold',
  Withdrawn: 'Withdrawn',
  Canceled: 'Canceled',
  Expired: 'Expired',
  Closed: 'Sold',
  Incomplete: 'Incomplete',
  Delete: 'Deleted',
} as const satisfies Record<StandardStatus, string>

export const TYPE_WORD = {
  SingleFamilyResidence: 'Single-family home',
  Townhouse: 'Townhouse',
  Condominium: 'Condo',
  ManufacturedHome: 'Manufactured home',
  Duplex: 'Duplex',
  UnimprovedLand: 'Land',
} as const satisfies Record<PropertySubType, string>

export const PROPERTY_TYPE_WORD = {
  Residential: 'To live in',
  ResidentialIncome: 'To rent out',
  Land: 'Land',
  ManufacturedInPark: 'Manufactured home in a park',
  Farm: 'Farm',
} as const satisfies Record<PropertyType, string>

export const FEATURE_WORD = {
  Pool: 'Pool',
  Waterfront: 'Waterfront',
  WaterView: 'Water view',
  OceanView: 'Ocean view',
  Dock: 'Dock',
  Garage: 'Garage',
  Fireplace: 'Fireplace',
  NewConstruction: 'New construction',
  SingleStory: 'Single story',
  PrimaryDownstairs: 'Primary bedroom downstairs',
  ScreenedPorch: 'Screened porch',
  FencedYard: 'Fenced yard',
  GuestQuarters: 'Guest quarters',
  Gated: 'Gated',
  Elevator: 'Elevator',
  GolfCourse: 'Golf course',
} as const satisfies Record<ListingFeature, string>

type Rooms = { bedroomsTotal: number; bathroomsFull: number; bathroomsHalf: number }

/** 2 full and 1 half -> 2.5. */
export const bathsOf = ({ bathroomsFull, bathroomsHalf }: Omit<Rooms, 'bedroomsTotal'>) =>
  bathroomsFull + bathroomsHalf * 0.5

/** "3 beds", "1 bed", "Studio" is for the agent to say. */
export const bedsWord = (beds: number) => (beds === 1 ? '1 bed' : `${beds} beds`)
export const bathsWord = (baths: number) => (baths === 1 ? '1 bath' : `${baths} baths`)
