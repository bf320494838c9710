import { Client } from 'pg'
import { connectDb, type RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { droppedRules } from '#server/domain/jobs/retention.ts'
import { keepMonths, sweepOld } from '#server/housekeeping.ts'
import { type PartitionedTable, readPartitions } from '#server/partitions.ts'
import { createDatabase } from '#server/testing/database.ts'
import { seedMarket, seedSearches } from '../alerts/seed.ts'
import { atMost, type Bench, known, percentile, time } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { changeHomes, fillYear, RUNS } from './fill.sql.ts'

const SIZES = {
  ci: { events: 100_000, deliveries: 20 * RUNS },
  full: { events: 2_000_000, deliveries: 286 * RUNS },
}
/** What is kept for three months only is never a year old. */
const FILLED: ReadonlySet<PartitionedTable> = new Set(['mail_body', 'alert_finding'])
const SEARCHES = 20_000
const CHANGED = 300
const ROUNDS = 9
const HALF_A_YEAR_MS = 182 * 24 * 3_600_000

type House = { db: RootDb; client: Client }

async function openHouse(url: string): Promise<House> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return { db: connectDb(url, 4), client }
}

const tick = ({ db }: House) =>
  planAlerts({ db, match: matchInSql, now: () => new Date() }, { jobRunId: crypto.randomUUID(), slot: new Date() })

/** One tick with the round's changes; a checkpoint first, so that neither house pays for what the other wrote. */
async function measure(house: House, round: number) {
  await changeHomes(house.client, CHANGED, `round-${round}`)
  await house.client.query('CHECKPOINT')
  const { ms, result } = await time(() => tick(house))
  return { ms, run: result.run }
}

const sizeOf = async ({ db }: House, table: PartitionedTable) =>
  (await readPartitions(db, table)).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6

/** What a year of data does to an alert tick, and what housekeeping takes away again. */
export const bench: Bench = async ({ full, show, tell }) => {
  const size = full ? SIZES.full : SIZES.ci
  const { url, stop } = await startBenchDatabase()
  const houses: House[] = []
  try {
    tell(`Writing a market with ${SEARCHES} searches`)
    const market = await seedMarket(url, { searches: SEARCHES, changed: CHANGED })
    await seedSearches(url, { ...market, from: 0, to: SEARCHES })
    const aged = Object.assign(new URL(url), { pathname: '/palmetto_aged' }).href
    const admin = Object.assign(new URL(url), { pathname: '/postgres' }).href
    await createDatabase(admin, 'palmetto_aged', new URL(url).pathname.slice(1))
    const [young, old] = [await openHouse(url), await openHouse(aged)]
    houses.push(young, old)

    // Rows are right by construction, so keys and triggers need not be asked ten million times.
    await old.client.query(`SET session_replication_role = replica; SET work_mem = '256MB'`)
    const filling = await time(() => fillYear(old.client, size, tell))
    await old.client.query('SET session_replication_role = origin')
    const [room] = await old.db.$queryRaw<
      { mb: number }[]
    >`SELECT pg_database_size(current_database()) / 1e6::float8 AS mb`
    const scale = `${RUNS} runs, ${size.events} changes, ${size.deliveries} mails`
    show(
      known('a year of data', room?.mb ?? 0, 'MB', { note: `${scale}; written in ${Math.round(filling.ms / 1000)} s` }),
    )

    tell('Ticks, one house after the other')
    for (const house of houses) await tick(house) // The first run takes its position.
    const ms: [number[], number[]] = [[], []]
    let mailed: [number, number] = [0, 0]
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [one, other] = [await measure(young, round), await measure(old, round)]
      mailed = [one.run?.planned ?? 0, other.run?.planned ?? 0]
      if (round === 0) continue // Both warm up.
      ms[0].push(one.ms)
      ms[1].push(other.ms)
    }
    const [dayOne, afterTheYear] = [percentile(ms[0], 0.5), percentile(ms[1], 0.5)]
    const work = `${CHANGED} changed homes x ${SEARCHES} searches, ${mailed[0]} mails; the middle one of ${ROUNDS}`
    show(known('a tick on day one', dayOne, 'ms', { note: work }))
    show(known('a tick after a year', afterTheYear, 'ms', { note: scale }))
    show(atMost('mails that the two ticks differ in', Math.abs(mailed[0] - mailed[1]), 'mails', 0))
    show(atMost('a tick after a year, of one on day one', afterTheYear / dayOne, 'times', 1.3))

    tell('Housekeeping, half a year later')
    const deps = { db: old.db, now: () => new Date(Date.now() + HALF_A_YEAR_MS) }
    for (const { id, table, name } of droppedRules.filter((rule) => FILLED.has(rule.table))) {
      const before = await sizeOf(old, table)
      const kept = await time(() => keepMonths(deps, id))
      const after = await sizeOf(old, table)
      const note = `${Math.round(before)} MB before, ${kept.result.dropped.length} months dropped in ${Math.round(kept.ms)} ms`
      show(atMost(`${name}, half a year later, of what there was`, after / before, 'times', 0.75, { note }))
    }
    const runs = await time(() => sweepOld(deps, 'job-runs'))
    const left = await old.db.jobRun.count({ where: { trigger: 'cron' } })
    const note = `${runs.result.rows} removed in ${Math.round(runs.ms)} ms, 1,000 a statement`
    show(atMost('runs of jobs left of a year, half a year later', left, 'runs', 0, { note }))
  } finally {
    for (const { db, client } of houses) await Promise.all([db.$disconnect(), client.end()])
    await stop()
  }
}
