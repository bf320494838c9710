// Apart from their schema, so that a page can offer them without the parser.
export { FEATURES } from '#server/domain/listings/features.words.ts'

export const PROPERTY_SUB_TYPES = [
  'SingleFamilyResidence',
  'Townhouse',
  'Condominium',
  'ManufacturedHome',
  'Duplex',
  'UnimprovedLand',
] as const
export const PROPERTY_TYPES = ['Residential', 'ResidentialIncome', 'Land', 'ManufacturedInPark', 'Farm'] as const
export const SEARCH_STATUSES = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending', 'Closed'] as const
export const SEARCH_EVENTS = [
  'New',
  'PriceDrop',
  'BackOnMarket',
  'MovedIntoRange',
  'StatusChange',
  'OpenHouse',
] as const
/** What a search asks to be told of when nobody chose. */
export const USUAL_EVENTS = ['New', 'PriceDrop', 'BackOnMarket'] as const
