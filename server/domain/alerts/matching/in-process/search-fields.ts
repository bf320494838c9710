import { z } from 'zod'
import type { BinaryRow } from './binary-row.ts'
import { featuresOf, maskOf } from './bits.ts'
import type { Area } from './places.ts'

/** What a row of the searches says. `idAt` and `contactAt` are places in the row's bytes. */
export type SearchFields = {
  idAt: number
  version: number
  contactAt: number
  recipient: string
  priceMinCents: number
  priceMaxCents: number
  bedroomsMin: number
  /** In half baths. */
  bathroomHalvesMin: number
  livingArea: Range
  lotSize: Range
  yearBuilt: Range
  mask: number
  features: number
  keywords: string[]
  area: Area
}

/** Bounds of a figure that a home may not have: -1 stands for its absence, and only "no bound" lets it pass. */
export type Range = { min: number; max: number }

export const NO_MAX = 0x7f_ff_ff_ff

const rangeOf = (min: number | null, max: number | null): Range => ({
  min: min ?? (max === null ? -1 : 0),
  max: max ?? NO_MAX,
})

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
    const who = { idAt: row.uuid(), version: row.int4() ?? 0, contactAt: row.uuid(), recipient: row.text() ?? '' }
    const price = { priceMinCents: row.int8() ?? -1, priceMaxCents: row.int8() ?? Number.POSITIVE_INFINITY }
    const bedroomsMin = row.int4() ?? -1
    const bathroomHalvesMin = Math.ceil((row.float8() ?? -1) * 2)
    const size = {
      livingArea: rangeOf(row.int4(), row.int4()),
      lotSize: rangeOf(row.int4(), row.int4()),
      yearBuilt: rangeOf(row.int4(), row.int4()),
    }
    const mask = bits(row, 'status') | bits(row, 'subType') | bits(row, 'type') | bits(row, 'kind')
    const features = row.shared(known.features, featuresOf)
    const keywords = row.texts()
    const places = { citySlugs: row.texts(), postalCodes: row.texts(), subdivisions: row.texts() }
    const radius = circleOf(row.float8(), row.float8(), row.float8())
    const rings = row.text()
    const area = { ...places, radius, polygons: rings === null ? [] : ringsSchema.parse(JSON.parse(rings)) }
    return { ...who, ...price, bedroomsMin, bathroomHalvesMin, ...size, mask, features, keywords, area }
  }
}
