import { createRandom } from '#world/random.ts'
import type { Listing, OpenHouse } from './documents.ts'
import { DAY } from './timing.ts'

type Home = Pick<Listing, 'mlsNumber' | 'propertyType' | 'yearBuilt' | 'remarks' | 'subdivision' | 'address'>

/** What the words about a home already promise has to be in its list, too. */
const PROMISED: [RegExp, string][] = [
  [/fireplace/i, 'Fireplace'],
  [/fenced/i, 'Fenced yard'],
  [/Marsh views/, 'Marsh view'],
  [/shared dock/i, 'Shared dock'],
  [/detached garage|garage below/i, '2 car garage'],
  [/one-story/i, 'One story'],
  [/primary suite is downstairs/i, 'Primary downstairs'],
  [/screened porch/i, 'Screened porch'],
  [/elevator/i, 'Elevator'],
  [/Tidal creek/i, 'Tidal creek'],
]
const AT_RANDOM: [string, number][] = [
  ['Pool', 0.14],
  ['Garage', 0.4],
  ['Waterfront', 0.07],
  ['Private dock', 0.05],
  ['Carriage house', 0.04],
  ['Sidewalks', 0.2],
]
/** From here one can see the ocean. */
const BEACH = /Folly|Kiawah|Seabrook|Edisto|Isle of Palms|Sullivan|Pawleys|Hilton Head|Fripp/
const GATED =
  /Kiawah|Seabrook|Wild Dunes|Sea Pines|Plantation|Palmetto Bluff|Belle Hall|Dunes West|Ocean Creek|Sun City/
const GOLF = /Crowfield|Dunes West|Wild Dunes|Sea Pines|Wescott|Hampton Lake|Legend Oaks|Indigo Run|Park West/

/** Features of a home in the old site's words. A stream of its own: the rest of the world stays as it was. */
export function featuresFor({ address, subdivision = '', ...home }: Home): string[] {
  const { mlsNumber, propertyType, yearBuilt, remarks } = home
  const random = createRandom(`${mlsNumber}:features`)
  const promised = PROMISED.flatMap(([words, feature]) => (words.test(remarks) ? feature : []))
  const place = [...(GATED.test(subdivision) ? ['Gated'] : []), ...(GOLF.test(subdivision) ? ['Golf course'] : [])]
  if (BEACH.test(address.city) && random.chance(0.3)) place.push('Ocean view')
  if (propertyType === 'Unimproved Land') return [...promised, ...place]
  const luck = AT_RANDOM.filter(([, share]) => random.chance(share)).map(([feature]) => feature)
  const built = yearBuilt !== null && yearBuilt >= 2025 ? ['New construction'] : []
  return [...new Set([...promised, ...place, ...built, ...luck])]
}

const HOUR = DAY / 24

/** A visit of two hours on the Saturday or Sunday that comes after a moment, in the early afternoon on this coast. */
export function openHouseAfter(moment: Date, key: string): OpenHouse {
  const random = createRandom(`${key}:open house`)
  const untilSaturday = (6 - moment.getUTCDay() + 7) % 7 || 7
  const midnight = Math.floor(moment.getTime() / DAY) * DAY + (untilSaturday + random.int(0, 1)) * DAY
  const start = midnight + random.int(16, 19) * HOUR
  const note = random.chance(0.3) ? { note: 'Park on the street, please.' } : {}
  return { start: new Date(start), end: new Date(start + 2 * HOUR), ...note }
}
