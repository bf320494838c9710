import type { Db } from 'mongodb'
import { readNumber, readStatus } from '#world/judge/values.ts'
import { createRandom, type Random } from '#world/random.ts'
import { openHouseAfter } from './amenities.ts'
import { type LegacyDoc, type LegacyId, OFFICES, type StatusWord } from './documents.ts'
import { createListing, roundPrice } from './listings.ts'

type Options = {
  db: Db
  seed: number
  /** Where the photo server answers. */
  photoOrigin: string
}

type MoveKind = 'listed' | 'repriced' | 'under contract' | 'sold' | 'withdrawn' | 'back on market' | 'open house'

/** One thing that happened to one home. Prices in whole dollars. */
type MarketMove = { kind: MoveKind; id: LegacyId; mlsNumber: string; fromPrice?: number; toPrice: number }

type Market = { move: (when: { now: Date; moves: number }) => Promise<MarketMove[]> }

type Home = { doc: LegacyDoc; status: string; price: number }
type State = { _id: string; calls: number; homes: number }

const SHARES: Record<MoveKind, number> = {
  repriced: 38,
  listed: 30,
  'under contract': 12,
  'back on market': 8,
  withdrawn: 6,
  sold: 6,
  'open house': 6,
}
const KINDS: MoveKind[] = ['listed', 'repriced', 'under contract', 'sold', 'withdrawn', 'back on market', 'open house']

/** In which status a home has to be for this to happen to it. */
const FROM: Record<Exclude<MoveKind, 'listed'>, string[]> = {
  repriced: ['Active'],
  'under contract': ['Active'],
  withdrawn: ['Active'],
  sold: ['ActiveUnderContract', 'Pending'],
  'back on market': ['ActiveUnderContract', 'Pending', 'Withdrawn', 'Hold'],
  'open house': ['Active'],
}
const TO: Record<Exclude<MoveKind, 'listed' | 'repriced' | 'open house'>, StatusWord> = {
  'under contract': 'Under Contract',
  withdrawn: 'Withdrawn',
  sold: 'Sold',
  'back on market': 'Active',
}
// Above every number that the seed gives.
const FIRST_NEW_HOME = 50_000

function changePrice(random: Random, price: number): number {
  const factor = random.chance(0.88) ? 0.985 - random.float() * 0.055 : 1.01 + random.float() * 0.02
  const changed = roundPrice(random, price * factor)
  return changed === price ? price - 1000 : changed
}

/** Homes that the market may touch, in an order that doesn't hang on the database's. */
async function readHomes(db: Db, now: Date): Promise<Home[]> {
  const docs = await db
    .collection<LegacyDoc>('listings')
    .find({ updatedAt: { $lte: now } })
    .toArray()
  const homes = docs.flatMap((doc) => {
    const [status, price] = [readStatus(doc.status), readNumber(doc.price)]
    return status && price && price > 1000 ? [{ doc, status, price }] : []
  })
  return homes.sort((a, b) => (String(a.doc.mlsNumber) < String(b.doc.mlsNumber) ? -1 : 1))
}

type Changes = { price: number; status?: StatusWord; closePrice?: number; openHouses?: unknown[] }

function changesFor(random: Random, kind: Exclude<MoveKind, 'listed'>, { doc, price }: Home, now: Date): Changes {
  if (kind === 'repriced') return { price: changePrice(random, price) }
  if (kind === 'open house') {
    const before: unknown[] = Array.isArray(doc.openHouses) ? doc.openHouses : []
    return { price, openHouses: [...before, openHouseAfter(now, `${doc.mlsNumber}:${now.toISOString()}`)] }
  }
  const status = { status: TO[kind], price }
  return kind === 'sold' ? { ...status, closePrice: roundPrice(random, price * random.normal(0.985, 0.012)) } : status
}

/** A market that moves: the same seed on the same database makes the same moves, also after a restart. */
export function createMarket({ db, seed, photoOrigin }: Options): Market {
  const listings = db.collection<LegacyDoc>('listings')

  const listHome = async (random: Random, now: Date, agents: LegacyDoc[], place: number): Promise<MarketMove> => {
    const listing = createListing({ random, photoOrigin, agents }, FIRST_NEW_HOME + place, now, 'Active')
    await listings.insertOne(listing)
    return { kind: 'listed', id: listing._id, mlsNumber: listing.mlsNumber, toPrice: listing.price }
  }

  const changeHome = async (random: Random, now: Date, kind: Exclude<MoveKind, 'listed'>, home: Home) => {
    const changes = changesFor(random, kind, home, now)
    await listings.updateOne({ _id: home.doc._id }, { $set: { ...changes, updatedAt: now } })
    const mlsNumber = String(home.doc.mlsNumber)
    return { kind, id: home.doc._id, mlsNumber, fromPrice: home.price, toPrice: changes.price }
  }

  return {
    async move({ now, moves }) {
      const state = await db
        .collection<State>('marketState')
        .findOneAndUpdate(
          { _id: 'market' },
          { $inc: { calls: 1, homes: moves } },
          { upsert: true, returnDocument: 'after' },
        )
      const random = createRandom(`${seed}:market:${state?.calls ?? 0}`)
      const agents = await db
        .collection<LegacyDoc>('agents')
        .find({ office: { $in: OFFICES }, updatedAt: { $lte: now } })
        .sort({ email: 1 })
        .toArray()
      const homes = await readHomes(db, now)
      const moved = new Set<Home>()
      const made: MarketMove[] = []
      for (let turn = 0; turn < moves; turn++) {
        const kind = random.weighted(KINDS, (name) => SHARES[name])
        const candidates =
          kind === 'listed' ? [] : homes.filter((home) => !moved.has(home) && FROM[kind].includes(home.status))
        if (kind === 'listed' || !candidates.length) {
          made.push(await listHome(random, now, agents, (state?.homes ?? 0) - turn))
          continue
        }
        const home = random.pick(candidates)
        moved.add(home)
        made.push(await changeHome(random, now, kind, home))
      }
      return made
    },
  }
}
