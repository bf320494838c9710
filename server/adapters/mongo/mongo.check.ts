import { MongoClient } from 'mongodb'
import { decodeDocument, type SourceDocument } from './mongo.documents.ts'
import { unreachableAt } from './mongo.filters.ts'
import { idsInLane, LANE_COUNT } from './mongo.order.ts'

/** One thing the sync relies on, tried against a real server. */
export type Probe = { name: string; problem: string | null; ms: number }

export type CollectionProfile = {
  name: string
  documents: number
  indexes: string[]
  /** By which changes can be followed. */
  hasIndexOnDate: boolean
  undated: number
  sample: SourceDocument[]
}

export type SourceCheck = { version: string; clockAheadMs: number; probes: Probe[]; collections: CollectionProfile[] }

const CONNECT_MS = 3_000
const TIMEOUT_MS = 15_000
const SAMPLE = 2_000

/** What went wrong, without the address and what may stand in it. */
const wordsOf = (error: unknown) =>
  error instanceof Error ? error.message.replaceAll(/mongodb(\+srv)?:\/\/\S+/g, 'its address').slice(0, 200) : 'unknown'

/**
 * Tries everything that the sync asks of a server, and looks at what it holds. Only reads: it can be pointed at the real one.
 */
export async function checkSource(url: string, database: string): Promise<SourceCheck> {
  const client = new MongoClient(url, {
    ...{ directConnection: true, retryWrites: false, readPreference: 'primary', maxPoolSize: 2 },
    ...{ serverSelectionTimeoutMS: CONNECT_MS, connectTimeoutMS: CONNECT_MS, socketTimeoutMS: TIMEOUT_MS * 2 },
    appName: 'palmetto-check',
  })
  const probes: Probe[] = []
  const probe = async <T>(name: string, ask: () => Promise<T>): Promise<T | null> => {
    const started = performance.now()
    try {
      const answer = await ask()
      probes.push({ name, problem: null, ms: performance.now() - started })
      return answer
    } catch (error) {
      probes.push({ name, problem: wordsOf(error), ms: performance.now() - started })
      return null
    }
  }
  const limit = { maxTimeMS: TIMEOUT_MS }
  try {
    const db = client.db(database)
    const hello = await probe('It answers and tells its time', () => db.command({ isMaster: 1 }))
    // Who is not there answers nothing else either.
    if (!hello) return { version: 'unknown', clockAheadMs: 0, probes, collections: [] }
    const build = await probe('It tells its version', () => db.command({ buildInfo: 1 }))
    const listed = await probe('It lists its collections', () => db.listCollections({}, { nameOnly: true }).toArray())
    const names = (listed ?? []).map(({ name }) => name).filter((name) => !name.startsWith('system.'))
    const [some = 'contacts'] = names
    const one = db.collection(some)
    await probe('Documents come as they are stored', () =>
      one
        .find({}, { raw: true, ...limit })
        .limit(1)
        .toArray(),
    )
    await probe('Ids can be walked type by type', async () => {
      for (let lane = 0; lane < LANE_COUNT; lane += 1) {
        await one.find(idsInLane(lane, null), limit).sort({ _id: 1 }).limit(1).toArray()
      }
    })
    await probe('Cursors go on', () =>
      one
        .find({}, { batchSize: 2, ...limit })
        .sort({ _id: 1 })
        .limit(7)
        .toArray(),
    )
    await probe('Documents are looked up by id', () => one.find({ _id: { $in: [] } }, limit).toArray())
    await probe('Undated documents are counted', () =>
      db.command({ count: some, query: unreachableAt(new Date()), ...limit }),
    )
    const collections: CollectionProfile[] = []
    for (const name of names) {
      const profile = await probe(`${name} is read`, () => profileOf(db.collection(name), name, limit))
      if (profile) collections.push(profile)
    }
    const time: unknown = hello.localTime
    const version: unknown = build?.version
    return {
      version: typeof version === 'string' ? version : 'unknown',
      clockAheadMs: time instanceof Date ? time.getTime() - Date.now() : 0,
      probes,
      collections,
    }
  } finally {
    await client.close()
  }
}

async function profileOf(
  collection: ReturnType<ReturnType<MongoClient['db']>['collection']>,
  name: string,
  limit: { maxTimeMS: number },
): Promise<CollectionProfile> {
  const indexes = await collection.listIndexes(limit).toArray()
  const raws = await collection
    .find({}, { raw: true, ...limit })
    .sort({ _id: -1 })
    .limit(SAMPLE)
    .toArray()
  return {
    name,
    documents: await collection.estimatedDocumentCount(limit),
    indexes: indexes.map(({ key }) => Object.keys(key).join(', ')),
    hasIndexOnDate: indexes.some(({ key }) => Object.keys(key)[0] === 'updatedAt'),
    undated: await collection.countDocuments(unreachableAt(new Date()), limit),
    sample: raws.filter((raw) => raw instanceof Uint8Array).map((raw) => decodeDocument(raw)),
  }
}
