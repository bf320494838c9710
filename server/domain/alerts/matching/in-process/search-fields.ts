import { z } from 'zod'
import type { BinaryRow } from './binary-row.ts'
import { featuresOf, maskOf } from './bits.ts'
import type { Area } from './places.ts'

/** What a row of the searches says. `idAt`, `contactAt` and `recipientAt` are places in the row's bytes. */
export type SearchFields = {
  idAt: number
  version: number
  contactAt: number
  recipientAt: number
  recipientEnd: number
  priceMinCents: number
  priceMaxCents: number
  bedroomsMin: number
  /** In half baths. */
  bathroomHalvesMin: number
  areaMin: number
  areaMax: number
  lotMin: number
  lotMax: number
  yearMin: number
  yearMax: number
  mask: number
  features: number
  keywords: readonly string[]
  area: Area
}

const NO_MAX = 0x7f_ff_ff_ff
const NO_RINGS: Area['polygons'] = []

/** The bound from below. A home without the figure is -1, which only "no bound at all" lets pass. */
const lowest = (min: number | null, max: number | null) => min ?? (max === null ? -1 : 0)

const circleOf = (latitude: number | null, longitude: number | null, miles: number | null) =>
  latitude === null || longitude === null || miles === null ? undefined : { latitude, longitude, miles }

const ringsSchema = z.array(z.array(z.tuple([z.number(), z.number()])))

/** Reads the columns in the order in which `SEARCHES` names them. */
export function searchReader() {
  const known = {
    ...{ status: new Map<string, number>(), subType: new Map<string, number>(), type: new Map<string, number>() },
    ...{ kind: new Map<string, number>(), features: new Map<string, number>() },
  }
  const bits = (row: BinaryRow, list: 'status' | 'subType' | 'type' | 'kind') =>
    row.shared(known[list], (picked) => maskOf(list, picked))

  // Columns are read one after the other: the order of these lines is the order of the query.
  return (row: BinaryRow): SearchFields => {
    const [idAt, version, contactAt] = [row.start(), row.int4() ?? 0, row.start()]
    const [recipientAt, recipientEnd] = [row.start(), row.at]
    const [priceMinCents, priceMaxCents] = [row.int8() ?? -1, row.int8() ?? Number.POSITIVE_INFINITY]
    const [bedroomsMin, bathroomHalvesMin] = [row.int4() ?? -1, Math.ceil((row.float8() ?? -1) * 2)]
    const [areaMin, areaMax] = [row.int4(), row.int4()]
    const [lotMin, lotMax] = [row.int4(), row.int4()]
    const [yearMin, yearMax] = [row.int4(), row.int4()]
    const mask = bits(row, 'status') | bits(row, 'subType') | bits(row, 'type') | bits(row, 'kind')
    const features = row.shared(known.features, featuresOf)
    const keywords = row.texts()
    const [citySlugs, postalCodes, subdivisions] = [row.texts(), row.texts(), row.texts()]
    const radius = circleOf(row.float8(), row.float8(), row.float8())
    const rings = row.text()
    const polygons = rings === null ? NO_RINGS : ringsSchema.parse(JSON.parse(rings))
    // One object, and no spreading: a million rows make this the busiest line of a cold start.
    return {
      idAt,
      version,
      contactAt,
      recipientAt,
      recipientEnd,
      priceMinCents,
      priceMaxCents,
      bedroomsMin,
      bathroomHalvesMin,
      areaMin: lowest(areaMin, areaMax),
      areaMax: areaMax ?? NO_MAX,
      lotMin: lowest(lotMin, lotMax),
      lotMax: lotMax ?? NO_MAX,
      yearMin: lowest(yearMin, yearMax),
      yearMax: yearMax ?? NO_MAX,
      mask,
      features,
      keywords,
      area: { citySlugs, postalCodes, subdivisions, radius, polygons },
    }
  }
}
