import type { HomeKind } from '#world/home-kinds.ts'
import type { Random } from '#world/random.ts'
import type { Place } from './places.ts'

type Described = { kind: HomeKind; place: Place; subdivision: string; beds: number; sqft: number; year: number }

// About the home and its place only: fair housing forbids to say for whom a home might be.
const OPENINGS: Record<HomeKind, string[]> = {
  cottage: ['A one-story cottage with a swing on the front porch.', 'Cottage living under old live oaks.'],
  colonial: ['A classic two-story with a brick front and tall windows.', 'Handsome, symmetrical and solidly built.'],
  farmhouse: [
    'A modern farmhouse with a metal roof and a wraparound porch.',
    'Board-and-batten outside, daylight inside.',
  ],
  modern: ['Clean lines, big glass and a roof deck.', 'Architect-drawn and built around the light.'],
  beach: ['Raised beach house with decks on every level.', 'Salt air, long views and an outdoor shower.'],
  lowcountry: [
    'Lowcountry double porches that catch the evening breeze.',
    'Heart pine floors and haint-blue porch ceilings.',
  ],
  townhouse: ['End-unit townhouse with a private courtyard.', 'Three levels, a rear balcony and a garage below.'],
  condo: ['Top-floor condominium with a covered balcony.', 'A bright corner unit with an elevator and storage below.'],
  land: ['Cleared, surveyed and ready to build.', 'High ground with a stand of mature live oaks.'],
  manufactured: ['Well-kept home on its own lot.', 'A split plan with a new heat pump and a covered deck.'],
}
const INSIDE = [
  'The kitchen has quartz counters, a gas range and a pantry you can walk into.',
  'Nine-foot ceilings and wide-plank floors run through the main level.',
  'The primary suite is downstairs and opens to the back porch.',
  'A gas fireplace anchors the living room, with built-in shelves on both sides.',
  'The kitchen was redone two years ago, with an island that seats four.',
  'Upstairs, a loft makes room for an office or a second den.',
  'The baths have new tile, and the windows were replaced in the last renovation.',
  'A screened porch adds a room for nine months of the year.',
]
const OUTSIDE = [
  'The back yard is fenced and looks onto a lagoon.',
  'Mature azaleas and a brick path lead to the door.',
  'The driveway holds four cars, and there is a detached garage with a workshop.',
  'Marsh views from the rear deck, with a sunset most evenings.',
  'A shared dock is two streets over.',
  'There is room for a pool, and a plan for one is on file.',
  'Irrigation and a tankless water heater came with the last renovation.',
]
const WATER = ['Flood zone X.', 'An elevation certificate is on file.', 'The current owner pays a low flood premium.']

const LAND = [
  'Public water and sewer are at the street.',
  'The soil test is done and a four-bedroom septic permit is on file.',
  'A wetlands letter and a recent survey come with it.',
  'Tidal creek at the rear line; a dock permit has been applied for.',
]

function setting(random: Random, { place, subdivision }: Described): string {
  const miles = (random.int(4, 90) / 10).toFixed(1)
  return random.pick([
    `In ${subdivision}, ${miles} miles from the center of ${place.town}.`,
    `${subdivision} has sidewalks, a park and a community pool.`,
    `On a bend of the road in ${subdivision}, ${miles} miles from the nearest boat landing.`,
    `${place.beach ? 'The beach path is around the corner.' : `The ${place.town} farmers market is ${miles} miles away.`}`,
  ])
}

/** A few plausible sentences about a home. */
export function describeHome(random: Random, home: Described): string {
  const opening = random.pick(OPENINGS[home.kind])
  if (home.kind === 'land') return [opening, ...random.sample(LAND, 2), setting(random, home)].join(' ')
  const size = `${home.beds} bedrooms and ${home.sqft.toLocaleString('en-US')} square feet`
  const built = random.pick([
    `Built in ${home.year}: ${size}.`,
    `${size.replace(/^\d+/, String(home.beds))}, built in ${home.year}.`,
  ])
  const outside = home.kind === 'condo' ? [] : random.sample(OUTSIDE, random.int(1, 2))
  const last = random.chance(0.4) ? [random.pick(WATER)] : []
  return [opening, built, ...random.sample(INSIDE, random.int(1, 3)), ...outside, setting(random, home), ...last].join(
    ' ',
  )
}
