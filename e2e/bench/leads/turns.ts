import type { RootDb } from '#server/db.ts'
import { decide } from '#server/domain/leads/routing/decide.service.ts'
import { rulesInForce } from '#server/testing/lead-factories.ts'
import { takeInLeads } from './people.ts'

const WORKERS = 8
const AGENTS = 24
/** Every third agent comes and goes; the others are there all the time. */
const RESTLESS = 3
const PER_BATCH = 100

export type Fairness = { leads: number; ms: number; least: number; most: number; restless: number }

/** Round robin over so many leads, decided by eight at once, while agents come and go. */
export async function takeTurns(db: RootDb, agentIds: readonly string[], count: number): Promise<Fairness> {
  const pool = agentIds.slice(0, AGENTS)
  const [first, second] = await db.person.findMany({ where: { id: { in: [...pool] } }, take: 2 })
  if (!first || !second) throw new Error('A pool of agents was asked for.')
  const ladder = { clock: 'always' as const, steps: [] }
  const rule = { name: 'In turn', when: {}, handOver: 'offer' as const, offerMinutes: 5, ladder }
  await rulesInForce([{ ...rule, method: { kind: 'round-robin', pool: { agentIds: pool } } }], [first, second], db)
  const leads = await takeInLeads(db, { count, keeperId: pool[0] ?? '' })
  const restless = pool.filter((_id, index) => index % RESTLESS === 0)
  const got = new Map<string, number>()
  const queue = leads.values()
  let done = 0

  async function comeAndGo() {
    const personId = restless[Math.floor(done / PER_BATCH) % restless.length] ?? ''
    const status = done % (2 * PER_BATCH) === 0 ? ('away' as const) : ('available' as const)
    const changed = { status, changedAt: new Date() }
    await db.agentAvailability.upsert({ where: { personId }, create: { personId, ...changed }, update: changed })
  }
  async function work() {
    for (const inquiryId of queue) {
      const order = { inquiryId, hop: 0, without: [], at: new Date() }
      const { outcome } = await db.$transaction((tx) => decide(tx, order), { timeout: 60_000, maxWait: 60_000 })
      if (outcome.kind !== 'offer') throw new Error(`A lead was to be offered, and it is: ${outcome.kind}.`)
      got.set(outcome.agentIds[0], (got.get(outcome.agentIds[0]) ?? 0) + 1)
      done += 1
      if (done % PER_BATCH === 0) await comeAndGo()
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: WORKERS }, work))
  const ms = performance.now() - started
  const steady = pool.filter((id) => !restless.includes(id)).map((id) => got.get(id) ?? 0)
  const came = restless.reduce((sum, id) => sum + (got.get(id) ?? 0), 0)
  return { leads: count, ms, least: Math.min(...steady), most: Math.max(...steady), restless: came }
}
