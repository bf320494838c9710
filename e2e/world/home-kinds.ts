/** What a home looks like. The last digit of an MLS number says which, so that its photos show what its words describe. */
export const HOME_KINDS = [
  'cottage',
  'colonial',
  'farmhouse',
  'modern',
  'beach',
  'lowcountry',
  'townhouse',
  'condo',
  'land',
  'manufactured',
] as const
export type HomeKind = (typeof HOME_KINDS)[number]

export const homeKindOf = (mlsNumber: string): HomeKind => HOME_KINDS[Number(mlsNumber.at(-1))] ?? 'cottage'

/** "26" + four digits of sequence + two that stay free for more + the kind, e.g. "26014203". */
export const mlsNumberOf = (year: number, sequence: number, kind: HomeKind) =>
  `${String(year % 100).padStart(2, '0')}${String(sequence).padStart(5, '0')}${HOME_KINDS.indexOf(kind)}`
