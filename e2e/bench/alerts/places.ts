import type { Client } from 'pg'
import { tokensOfArea, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'

const HOMES_A_TOWN = 40
const ZIPS_A_TOWN = 4
const CIRCLE_MILES = [1, 2, 3, 5, 8] as const
const TOWN_DEGREES = 0.12

export const slugOfTown = (town: number) => `town-${town}`
const zipOf = (town: number, part: number) => String(10_000 + town * ZIPS_A_TOWN + part)

function townAt(town: number, towns: number) {
  const columns = Math.ceil(Math.sqrt(towns))
  return {
    latitude: 32 + TOWN_DEGREES * Math.floor(town / columns),
    longitude: -83 + TOWN_DEGREES * (town % columns),
  }
}

/** Spread over the town without a random generator: the golden angle fills a disc evenly. */
function homeAt(center: { latitude: number; longitude: number }, place: number) {
  const radius = 0.055 * Math.sqrt((place + 0.5) / HOMES_A_TOWN)
  const angle = place * 2.399963
  return {
    latitude: center.latitude + radius * Math.cos(angle),
    longitude: center.longitude + radius * Math.sin(angle),
  }
}

/** Where homes can be and which circles people draw, with the product's own location tokens. */
export async function layPlaces(client: Client, towns: number): Promise<void> {
  const all = Array.from({ length: towns }, (_, town) => ({ town, center: townAt(town, towns) }))
  const homes = all.flatMap(({ town, center }) =>
    Array.from({ length: HOMES_A_TOWN }, (_, place) => {
      const where = {
        ...homeAt(center, place),
        citySlug: slugOfTown(town),
        postalCode: zipOf(town, place % ZIPS_A_TOWN),
        subdivisionSlug: null,
      }
      return { town, ...where, tokens: tokensOfListing(where) }
    }),
  )
  const circles = all.flatMap(({ town, center }) =>
    CIRCLE_MILES.map((miles) => ({
      ...{ town, ...center, miles },
      tokens: tokensOfArea({
        citySlugs: [],
        postalCodes: [],
        subdivisions: [],
        polygons: [],
        radius: { ...center, miles },
      }),
    })),
  )
  await client.query(
    `CREATE TEMP TABLE home_place AS SELECT (row_number() OVER ())::int - 1 AS n, p.* FROM jsonb_to_recordset($1::jsonb)
       AS p(town int, latitude float8, longitude float8, "citySlug" text, "postalCode" text, tokens text[])`,
    [JSON.stringify(homes)],
  )
  await client.query(
    `CREATE TEMP TABLE circle_place AS SELECT (row_number() OVER ())::int - 1 AS n, p.* FROM jsonb_to_recordset($1::jsonb)
       AS p(town int, latitude float8, longitude float8, miles float8, tokens text[])`,
    [JSON.stringify(circles)],
  )
  await client.query(
    'CREATE INDEX ON home_place (n); CREATE INDEX ON circle_place (n); ANALYZE home_place; ANALYZE circle_place',
  )
}
