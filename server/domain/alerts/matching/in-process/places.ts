import { tokensOfArea, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'
import type { IntList } from './packed-list.ts'

/** Where a search looks. */
export type Area = {
  citySlugs: readonly string[]
  postalCodes: readonly string[]
  subdivisions: readonly string[]
  radius: { latitude: number; longitude: number; miles: number } | undefined
  polygons: readonly [number, number][][]
}

type Home = Parameters<typeof tokensOfListing>[0]

const NOWHERE = { citySlugs: [], postalCodes: [], subdivisions: [], radius: undefined, polygons: [] }

/**
 * Numbers for the places that searches look at. A search carries a token for each place and for each cell of its drawn
 * areas; behind a cell, or behind "any" for an area too wide for cells, stands a sign that the area has to be looked at.
 */
export class Places {
  #cities = new Map<string, number>()
  #zips = new Map<string, number>()
  #subdivisions = new Map<string, number>()
  #cells = new Map<string, number>()
  /** How many numbers are in use; 0 is anywhere. */
  count = 1

  #numberOf(names: Map<string, number>, name: string): number {
    const known = names.get(name)
    if (known !== undefined) return known
    names.set(name, this.count)
    this.count += 1
    return this.count - 1
  }

  /** Adds the tokens of a search: the number of a place times two, and one more where the area has to be looked at. */
  addTokens({ citySlugs, postalCodes, subdivisions, radius, polygons }: Area, tokens: IntList) {
    const before = tokens.length
    for (const slug of citySlugs) tokens.push(this.#numberOf(this.#cities, slug) * 2)
    for (const zip of postalCodes) tokens.push(this.#numberOf(this.#zips, zip) * 2)
    for (const slug of subdivisions) tokens.push(this.#numberOf(this.#subdivisions, slug) * 2)
    if (radius || polygons.length > 0) {
      const cells = tokensOfArea({ ...NOWHERE, radius, polygons })
      for (const cell of cells) tokens.push((cell === 'any' ? 0 : this.#numberOf(this.#cells, cell)) * 2 + 1)
    }
    if (tokens.length === before) tokens.push(0)
  }

  /** The numbers of the places that a home is in, as far as anybody looks there. */
  placesOf(home: Home): number[] {
    const cells = tokensOfListing(home).map((token) => this.#cells.get(token))
    const places = [this.#cities.get(home.citySlug), this.#zips.get(home.postalCode), ...cells]
    const subdivision = home.subdivisionSlug === null ? undefined : this.#subdivisions.get(home.subdivisionSlug)
    return [0, ...[...places, subdivision].filter((place) => place !== undefined)]
  }
}
