import { Client } from 'pg'
import { time } from '../bench.ts'
import { writeEvents, writeListings } from './homes.sql.ts'
import { layPlaces } from './places.ts'
import { writeSearches } from './searches.sql.ts'

/** Three times as dense as a brokerage with 2,500 searches on twenty towns. */
const SEARCHES_A_TOWN = 400
const LEAST_TOWNS = 20
/** Homes that nothing happened to, for each one that changed. */
const QUIET_HOMES = 3

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // The same market in each run; rows are right by construction, so foreign keys need not be asked a million times.
    await client.query(`SELECT setseed(0.29); SET session_replication_role = replica; SET work_mem = '256MB'`)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Lists homes. `happen` then makes something happen to `changed` of them. */
export async function seedMarket(url: string, { searches, changed }: { searches: number; changed: number }) {
  const towns = Math.max(LEAST_TOWNS, Math.round(searches / SEARCHES_A_TOWN))
  await withClient(url, async (client) => {
    await layPlaces(client, towns)
    await writeListings(client, changed * (1 + QUIET_HOMES))
    await client.query('ANALYZE listing')
  })
  const happen = () =>
    withClient(url, async (client) => {
      await client.query('SET session_replication_role = origin')
      await writeEvents(client, changed)
      await client.query('ANALYZE listing_event; ANALYZE listing_feed_queue')
    })
  return { towns, happen }
}

type Range = { from: number; to: number; towns: number }

/** Writes searches number `from`+1 to `to` and leaves the tables as autovacuum would. */
export const seedSearches = (url: string, range: Range) =>
  withClient(url, async (client) => {
    await layPlaces(client, range.towns)
    await writeSearches(client, range)
    for (const table of ['contact', 'saved_search', 'saved_search_version', 'saved_search_token']) {
      await client.query(`VACUUM ANALYZE ${table}`)
    }
  })

/** How long the server takes to hand all searches out, without anybody who reads them. */
export const copyOutMs = (url: string) =>
  withClient(url, async (client) => {
    const { ms } = await time(async () => {
      await client.query(`COPY saved_search_version TO '/dev/null'`)
      await client.query(`COPY saved_search_token TO '/dev/null'`)
    })
    return ms
  })
