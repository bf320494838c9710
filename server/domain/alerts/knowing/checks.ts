import { liesInRing } from '#server/domain/listings/listings.polygons.ts'
import { milesBetween } from '#server/domain/listings/listings.tokens.ts'
import type { Listing } from '#server/generated/prisma/client.ts'
import type { Criteria } from '../searches.schema.ts'
import { askedWords, hasWords } from './checks.words.ts'

/** What a search can ask of a home, in the order in which an agent would look. */
export const CRITERION_NAMES = [
  ...(['area', 'status', 'price', 'bedrooms', 'bathrooms', 'livingArea', 'lotSize', 'yearBuilt'] as const),
  ...(['propertyType', 'propertySubType', 'features', 'keywords'] as const),
] as const
export type CriterionName = (typeof CRITERION_NAMES)[number]

/** The facts of a home that criteria look at. */
export type CheckedHome = Pick<
  Listing,
  | 'standardStatus'
  | 'listPriceCents'
  | 'bedroomsTotal'
  | 'bathroomsFull'
  | 'bathroomsHalf'
  | 'livingAreaSqFt'
  | 'lotSizeSquareFeet'
  | 'yearBuilt'
  | 'propertyType'
  | 'propertySubType'
  | 'features'
  | 'keywordText'
  | 'city'
  | 'citySlug'
  | 'postalCode'
  | 'subdivisionName'
  | 'subdivisionSlug'
  | 'latitude'
  | 'longitude'
>

/** One criterion, what was asked, what the home has, and whether that is enough. */
export type Check = { criterion: CriterionName; asked: string; has: string; holds: boolean }

type Test = { isAsked: boolean; holds: boolean }

/** A bound is asked for and the home does not say: it does not hold. */
function within(value: number | null, min: number | undefined, max: number | undefined): Test {
  const isAsked = min !== undefined || max !== undefined
  const holds = value !== null && (min === undefined || value >= min) && (max === undefined || value <= max)
  return { isAsked, holds: !isAsked || holds }
}

const oneOf = <T>(value: T, asked: readonly T[]): Test => ({
  isAsked: asked.length > 0,
  holds: asked.length === 0 || asked.includes(value),
})

const allOf = <T>(asked: readonly T[], has: (one: T) => boolean): Test => ({
  isAsked: asked.length > 0,
  holds: asked.every(has),
})

function inArea({ citySlugs, postalCodes, subdivisions, radius, polygons }: Criteria, home: CheckedHome): Test {
  const isAsked =
    citySlugs.length + postalCodes.length + subdivisions.length + polygons.length > 0 || radius !== undefined
  const { latitude, longitude, subdivisionSlug } = home
  const isNear =
    latitude !== null &&
    longitude !== null &&
    ((radius !== undefined && milesBetween(radius, { latitude, longitude }) <= radius.miles) ||
      polygons.some((ring) => liesInRing(ring, longitude, latitude)))
  const isNamed =
    citySlugs.includes(home.citySlug) ||
    postalCodes.includes(home.postalCode) ||
    (subdivisionSlug !== null && subdivisions.includes(subdivisionSlug))
  return { isAsked, holds: !isAsked || isNamed || isNear }
}

function testsOf(criteria: Criteria, home: CheckedHome): Record<CriterionName, Test> {
  const { listPriceMin, listPriceMax, livingAreaMin, livingAreaMax, lotSizeMin, lotSizeMax } = criteria
  const statuses: readonly string[] = criteria.statuses
  return {
    area: inArea(criteria, home),
    status: { isAsked: true, holds: statuses.includes(home.standardStatus) },
    price: within(Number(home.listPriceCents) / 100, listPriceMin, listPriceMax),
    bedrooms: within(home.bedroomsTotal, criteria.bedroomsMin, undefined),
    bathrooms: within(home.bathroomsFull + home.bathroomsHalf / 2, criteria.bathroomsMin, undefined),
    livingArea: within(home.livingAreaSqFt, livingAreaMin, livingAreaMax),
    lotSize: within(home.lotSizeSquareFeet, lotSizeMin, lotSizeMax),
    yearBuilt: within(home.yearBuilt, criteria.yearBuiltMin, criteria.yearBuiltMax),
    propertyType: oneOf(home.propertyType, criteria.propertyTypes),
    propertySubType: oneOf(home.propertySubType, criteria.propertySubTypes),
    features: allOf(criteria.features, (feature) => home.features.includes(feature)),
    keywords: allOf(criteria.keywords, (keyword) => home.keywordText.includes(` ${keyword} `)),
  }
}

/** What about a home is not as the search asks; nothing for a home that fits. */
export function failingCriteria(criteria: Criteria, home: CheckedHome): CriterionName[] {
  const tests = testsOf(criteria, home)
  return CRITERION_NAMES.filter((criterion) => !tests[criterion].holds)
}

/**
 * Holds a home against a search, criterion by criterion, in words. Only what the search asks for is listed; the home
 * fits when all of it holds. Says the same as the matchers do, and shares no line with them that decides.
 */
export function checkHome(criteria: Criteria, home: CheckedHome): Check[] {
  const tests = testsOf(criteria, home)
  return CRITERION_NAMES.filter((criterion) => tests[criterion].isAsked).map((criterion) => ({
    criterion,
    asked: askedWords[criterion](criteria),
    has: hasWords[criterion](home, criteria),
    holds: tests[criterion].holds,
  }))
}
