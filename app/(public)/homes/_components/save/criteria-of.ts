import { USUAL_EVENTS } from '#server/domain/alerts/criteria.words.ts'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import { readAreas } from '#server/domain/listings/areas.words.ts'
import { STILL_TO_BUY } from '#server/domain/listings/public/public.words.ts'
import type { Search } from '../../_search.ts'

/**
 * What is looked for as a saved search says it: the homes that are shown are the homes one hears of. The edges of the map
 * become an area only where no place was named: who chose a town and zoomed in meant the town.
 */
export function criteriaOf({ sort: _sort, areas, box, ...search }: Search): Criteria {
  const rings = readAreas(areas) ?? []
  const isPlaced = search.citySlugs.length + search.postalCodes.length + search.subdivisions.length + rings.length > 0
  const { south, west, north, east } = box ?? { south: 0, west: 0, north: 0, east: 0 }
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
  return {
    ...search,
    ...{ propertyTypes: [], keywords: [], events: [...USUAL_EVENTS] },
    polygons: isPlaced || !box ? rings : [corners],
    statuses: search.statuses.length > 0 ? search.statuses : [...STILL_TO_BUY],
  }
}
