import type { Prisma, SavedSearchVersion } from '#server/generated/prisma/client.ts'
import { type Criteria, criteriaSchema } from './searches.schema.ts'
import { summariseCriteria } from './searches.words.ts'

const cents = (dollars: number | undefined) => (dollars === undefined ? null : BigInt(dollars) * 100n)
const dollars = (cents: bigint | null) => (cents === null ? undefined : Number(cents / 100n))

type VersionColumns = Omit<Prisma.SavedSearchVersionUncheckedCreateInput, 'searchId' | 'version' | 'createdById'>

/** Criteria as the columns of a version. */
export const toVersionColumns = (criteria: Criteria): VersionColumns => ({
  listPriceMinCents: cents(criteria.listPriceMin),
  listPriceMaxCents: cents(criteria.listPriceMax),
  bedroomsMin: criteria.bedroomsMin ?? null,
  bathroomsMin: criteria.bathroomsMin ?? null,
  livingAreaMinSqFt: criteria.livingAreaMin ?? null,
  livingAreaMaxSqFt: criteria.livingAreaMax ?? null,
  lotSizeMinSqFt: criteria.lotSizeMin ?? null,
  lotSizeMaxSqFt: criteria.lotSizeMax ?? null,
  yearBuiltMin: criteria.yearBuiltMin ?? null,
  yearBuiltMax: criteria.yearBuiltMax ?? null,
  propertyTypes: criteria.propertyTypes,
  propertySubTypes: criteria.propertySubTypes,
  features: criteria.features,
  keywords: criteria.keywords,
  standardStatuses: criteria.statuses,
  eventKinds: criteria.events,
  citySlugs: criteria.citySlugs,
  postalCodes: criteria.postalCodes,
  subdivisionSlugs: criteria.subdivisions,
  polygons: criteria.polygons,
  radiusLatitude: criteria.radius?.latitude ?? null,
  radiusLongitude: criteria.radius?.longitude ?? null,
  radiusMiles: criteria.radius?.miles ?? null,
  summary: summariseCriteria(criteria),
})

/** The other way round; what was stored is parsed again, so a column that was changed by hand cannot pass as criteria. */
export function fromVersion(row: SavedSearchVersion): Criteria {
  const { radiusLatitude: latitude, radiusLongitude: longitude, radiusMiles: miles } = row
  return criteriaSchema.parse({
    listPriceMin: dollars(row.listPriceMinCents),
    listPriceMax: dollars(row.listPriceMaxCents),
    bedroomsMin: row.bedroomsMin ?? undefined,
    bathroomsMin: row.bathroomsMin ?? undefined,
    livingAreaMin: row.livingAreaMinSqFt ?? undefined,
    livingAreaMax: row.livingAreaMaxSqFt ?? undefined,
    lotSizeMin: row.lotSizeMinSqFt ?? undefined,
    lotSizeMax: row.lotSizeMaxSqFt ?? undefined,
    yearBuiltMin: row.yearBuiltMin ?? undefined,
    yearBuiltMax: row.yearBuiltMax ?? undefined,
    propertyTypes: row.propertyTypes,
    propertySubTypes: row.propertySubTypes,
    features: row.features,
    keywords: row.keywords,
    statuses: row.standardStatuses,
    events: row.eventKinds,
    citySlugs: row.citySlugs,
    postalCodes: row.postalCodes,
    subdivisions: row.subdivisionSlugs,
    polygons: row.polygons,
    radius: latitude === null || longitude === null || miles === null ? undefined : { latitude, longitude, miles },
  })
}
