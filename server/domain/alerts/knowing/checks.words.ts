import { FEATURE_WORDS } from '#server/domain/listings/listings.words.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import type { StandardStatus } from '#server/generated/prisma/enums.ts'
import type { Criteria } from '../searches.schema.ts'
import { dollars, joinWords, STATUS_SAID, SUB_TYPE_SAID, TYPE_SAID } from '../searches.words.ts'
import type { CheckedHome, CriterionName } from './checks.ts'

const UNKNOWN = 'not said'

type Range = { min: number | undefined; max: number | undefined; say: (value: number) => string }

function rangeWords({ min, max, say }: Range): string {
  if (min !== undefined && max !== undefined) return min === max ? say(min) : `${say(min)} to ${say(max)}`
  if (min !== undefined) return `${say(min)} or more`
  return max === undefined ? 'any' : `up to ${say(max)}`
}

const squareFeet = (area: number) => `${area.toLocaleString('en-US')} sq ft`
const known = (value: number | null, say: (value: number) => string) => (value === null ? UNKNOWN : say(value))
const bathsOf = ({ bathroomsFull, bathroomsHalf }: CheckedHome) => bathroomsFull + bathroomsHalf / 2
const lower = (words: string) => words.toLowerCase()

/** The statuses that a home can have besides those that a search can ask for. */
const HOME_STATUS_SAID: Record<StandardStatus, string> = {
  ...STATUS_SAID,
  Hold: 'on hold',
  Withdrawn: 'withdrawn',
  Canceled: 'canceled',
  Expired: 'expired',
  Incomplete: 'not ready',
  Delete: 'deleted',
}

function areaAsked({ citySlugs, postalCodes, subdivisions, radius, polygons }: Criteria): string {
  const drawn = polygons.length === 1 ? 'the drawn area' : `${polygons.length} drawn areas`
  return joinWords(
    [
      ...[...citySlugs, ...subdivisions].map(townName),
      ...postalCodes,
      ...(radius ? [`within ${radius.miles} ${radius.miles === 1 ? 'mile' : 'miles'} of the point`] : []),
      ...(polygons.length > 0 ? [drawn] : []),
    ],
    'or',
  )
}

/** What a search asks for, a few words for each criterion: "3 or more". */
export const askedWords: Record<CriterionName, (criteria: Criteria) => string> = {
  area: areaAsked,
  status: ({ statuses }) =>
    joinWords(
      statuses.map((status) => STATUS_SAID[status]),
      'or',
    ),
  price: ({ listPriceMin: min, listPriceMax: max }) => rangeWords({ min, max, say: dollars }),
  bedrooms: ({ bedroomsMin: min }) => rangeWords({ min, max: undefined, say: String }),
  bathrooms: ({ bathroomsMin: min }) => rangeWords({ min, max: undefined, say: String }),
  livingArea: ({ livingAreaMin: min, livingAreaMax: max }) => rangeWords({ min, max, say: squareFeet }),
  lotSize: ({ lotSizeMin: min, lotSizeMax: max }) => rangeWords({ min, max, say: squareFeet }),
  yearBuilt: ({ yearBuiltMin: min, yearBuiltMax: max }) =>
    max === undefined && min !== undefined ? `${min} or later` : rangeWords({ min, max, say: String }),
  propertyType: ({ propertyTypes }) =>
    joinWords(
      propertyTypes.map((type) => TYPE_SAID[type]),
      'or',
    ),
  propertySubType: ({ propertySubTypes }) =>
    joinWords(
      propertySubTypes.map((type) => SUB_TYPE_SAID[type]),
      'or',
    ),
  features: ({ features }) =>
    joinWords(
      features.map((feature) => lower(FEATURE_WORDS[feature])),
      'and',
    ),
  keywords: ({ keywords }) =>
    joinWords(
      keywords.map((word) => `“${word}”`),
      'and',
    ),
}

/** What a home has, in the same words: "2". Of features and keywords only what was asked for and is there. */
export const hasWords: Record<CriterionName, (home: CheckedHome, criteria: Criteria) => string> = {
  area: ({ city, postalCode, subdivisionName }) => [subdivisionName, city, postalCode].filter(Boolean).join(', '),
  status: ({ standardStatus }) => HOME_STATUS_SAID[standardStatus],
  price: ({ listPriceCents }) => dollars(Number(listPriceCents) / 100),
  bedrooms: ({ bedroomsTotal }) => String(bedroomsTotal),
  bathrooms: (home) => String(bathsOf(home)),
  livingArea: ({ livingAreaSqFt }) => known(livingAreaSqFt, squareFeet),
  lotSize: ({ lotSizeSquareFeet }) => known(lotSizeSquareFeet, squareFeet),
  yearBuilt: ({ yearBuilt }) => known(yearBuilt, String),
  propertyType: ({ propertyType }) => TYPE_SAID[propertyType],
  propertySubType: ({ propertySubType }) => SUB_TYPE_SAID[propertySubType],
  features: (home, { features }) =>
    joinWords(
      features.filter((feature) => home.features.includes(feature)).map((feature) => lower(FEATURE_WORDS[feature])),
      'and',
    ) || 'none of them',
  keywords: (home, { keywords }) =>
    joinWords(
      keywords.filter((word) => home.keywordText.includes(` ${word} `)).map((word) => `“${word}”`),
      'and',
    ) || 'none of them',
}
