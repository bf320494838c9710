import type { Db } from '#server/db.ts'
import { FEATURE_WORDS } from '#server/domain/listings/listings.words.ts'
import { PROPERTY_SUB_TYPES, PROPERTY_TYPES } from '../criteria.words.ts'
import { countMatchingHomes } from '../preview.sql.ts'
import type { Criteria } from '../searches.schema.ts'
import { STATUS_SAID, SUB_TYPE_SAID, TYPE_SAID } from '../searches.words.ts'
import { BOUND_KEYS, BOUNDS, type BoundKey, COSTS, circleCost, MAX_MILES, milesTo, stepTo } from './relax.bounds.ts'
import { countHomesOfEach, findReach, findReachOfCircle, findTowns } from './relax.sql.ts'
import { alsoWords, boundWords, circleWords, OPEN_STATUSES, townWords, withoutWords } from './relax.words.ts'

/** A search that finds fewer homes than this gets a hint. */
export const ENOUGH = 3
const COUNT_CAP = 101
const TOWNS = 12

/** One change to a search. `cost` says how far it goes from what was asked: the least is the best. */
export type Change = { criteria: Criteria; words: string; cost: number }
export type Relaxation = Change & { homes: number }

type Search = { db: Db; criteria: Criteria; missing: number }

async function moveBound({ db, criteria, missing }: Search, key: BoundKey): Promise<Change[]> {
  const from = criteria[key]
  if (from === undefined) return []
  const { side, cost } = BOUNDS[key]
  const reached = await findReach(db, { criteria, key, from, side, take: missing })
  if (reached === null) return []
  const to = stepTo(key, reached)
  return [{ criteria: { ...criteria, [key]: to }, words: boundWords(key, to), cost: cost(from, to) }]
}

/** The same search, wherever the home is. */
export const elsewhere = (criteria: Criteria): Criteria => ({
  ...criteria,
  ...{ citySlugs: [], postalCodes: [], subdivisions: [], polygons: [], radius: undefined },
})

const isPlaced = ({ citySlugs, postalCodes, subdivisions, polygons, radius }: Criteria) =>
  citySlugs.length + postalCodes.length + subdivisions.length + polygons.length > 0 || radius !== undefined

async function widenCircle({ db, criteria, missing }: Search): Promise<Change[]> {
  const { radius } = criteria
  if (!radius) return []
  const order = { elsewhere: elsewhere(criteria), centre: radius, miles: radius.miles, take: missing }
  const reached = await findReachOfCircle(db, order)
  const miles = reached === null ? Number.POSITIVE_INFINITY : milesTo(reached)
  if (miles > MAX_MILES) return []
  const wider = { ...criteria, radius: { ...radius, miles } }
  return [{ criteria: wider, words: circleWords(miles), cost: circleCost(radius.miles, miles) }]
}

async function addTown({ db, criteria }: Search): Promise<Change[]> {
  if (!isPlaced(criteria)) return []
  const towns = await findTowns(db, elsewhere(criteria), TOWNS + criteria.citySlugs.length)
  return towns
    .filter((slug) => !criteria.citySlugs.includes(slug))
    .map((slug) => ({
      criteria: { ...criteria, citySlugs: [...criteria.citySlugs, slug] },
      words: townWords(slug),
      cost: COSTS.town,
    }))
}

const not = <T>(all: readonly T[], some: readonly T[]) => all.filter((one) => !some.includes(one))

/** One thing less to ask for, or one more that will do. A list that is empty asks for nothing: there is nothing to add. */
function changeLists(criteria: Criteria): Change[] {
  const { features, keywords, propertySubTypes, propertyTypes, statuses } = criteria
  const subTypes = propertySubTypes.length > 0 ? not(PROPERTY_SUB_TYPES, propertySubTypes) : []
  const types = propertyTypes.length > 0 ? not(PROPERTY_TYPES, propertyTypes) : []
  return [
    ...features.map((feature) => ({
      criteria: { ...criteria, features: not(features, [feature]) },
      words: withoutWords(FEATURE_WORDS[feature].toLowerCase()),
      cost: COSTS.feature,
    })),
    ...keywords.map((word) => ({
      criteria: { ...criteria, keywords: not(keywords, [word]) },
      words: withoutWords(`“${word}”`),
      cost: COSTS.keyword,
    })),
    ...subTypes.map((type) => ({
      criteria: { ...criteria, propertySubTypes: [...propertySubTypes, type] },
      words: alsoWords(SUB_TYPE_SAID[type]),
      cost: COSTS.propertySubType,
    })),
    ...types.map((type) => ({
      criteria: { ...criteria, propertyTypes: [...propertyTypes, type] },
      words: alsoWords(TYPE_SAID[type]),
      cost: COSTS.propertyType,
    })),
    ...not(OPEN_STATUSES, statuses).map((status) => ({
      criteria: { ...criteria, statuses: [...statuses, status] },
      words: alsoWords(`homes ${STATUS_SAID[status]}`),
      cost: COSTS.status,
    })),
  ]
}

/** The least costly first; of equals, what finds more; then by their words, so that the answer is always the same. */
const byCost = (a: Relaxation, b: Relaxation) => a.cost - b.cost || b.homes - a.homes || (a.words < b.words ? -1 : 1)

/**
 * What to change about a search that finds fewer than three homes: each answer changes one criterion and finds three or
 * more, the smallest change first. Empty when the search finds enough, and when no single change helps.
 */
export async function relaxOne(db: Db, criteria: Criteria): Promise<Relaxation[]> {
  const found = await countMatchingHomes(db, criteria)
  if (found >= ENOUGH) return []
  const search = { db, criteria, missing: ENOUGH - found }
  const changes = [
    ...(await Promise.all([...BOUND_KEYS.map((key) => moveBound(search, key)), widenCircle(search), addTown(search)])),
    changeLists(criteria),
  ].flat()
  const homes = await countHomesOfEach(
    db,
    changes.map((change) => change.criteria),
    COUNT_CAP,
  )
  return changes
    .map((change, index) => ({ ...change, homes: homes[index] ?? 0 }))
    .filter((change) => change.homes >= ENOUGH)
    .sort(byCost)
}
