import { connectDb } from '#server/db.ts'
import { atLeast, atMost, type Bench, known } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { timeArrivals } from './arrivals.ts'
import { raceForLeads } from './claims.ts'
import { hireAgents } from './people.ts'
import { takeTurns } from './turns.ts'

const AGENTS = 200
const SIZES = {
  ci: { rounds: 1, leads: 20, turns: 1_000, seconds: 15 },
  full: { rounds: 50, leads: 200, turns: 10_000, seconds: 60 },
}
const PER_SECOND = 20

/** Who wins a lead, whose turn it is, and how long a lead takes to reach Slack. */
export const bench: Bench = async ({ full, show, tell }) => {
  const size = full ? SIZES.full : SIZES.ci
  const database = await startBenchDatabase()
  const db = connectDb(database.url, 16)
  try {
    const agentIds = await hireAgents(db, AGENTS)
    let [claims, ms, wrong, slowest] = [0, 0, 0, 0]
    for (let round = 0; round < size.rounds; round += 1) {
      const race = await raceForLeads(db, agentIds, size.leads)
      claims += race.claims
      ms += race.ms
      wrong += race.wrong
      slowest = Math.max(slowest, race.slowestMs)
      tell(`Round ${round + 1} of ${size.rounds}: ${race.claims} claims, ${race.wrong} wrong`)
    }
    const note = `${AGENTS} agents, ${size.leads} leads, ${size.rounds} rounds`
    show(
      atMost('leads with another number of winners than one, or a loser who was not told who', wrong, 'leads', 0, {
        note,
      }),
    )
    show(known('claims', (claims / ms) * 1_000, 'a second', { note }))
    show(atMost('the slowest answer to a claim', slowest, 'ms', 3_000, { note }))
    tell('Whose turn it is')
    const turns = await takeTurns(db, agentIds, size.turns)
    const among = `${turns.leads} leads, 8 at once, agents come and go; those who come and go had ${turns.restless}`
    show(
      atMost('most minus least of those who were there all the time', turns.most - turns.least, 'leads', 1, {
        note: among,
      }),
    )
    show(atLeast('decisions', (turns.leads / turns.ms) * 1_000, 'a second', PER_SECOND, { note: among }))
  } finally {
    await db.$disconnect()
    await database.stop()
  }
  const arrivals = await timeArrivals({ tell, perSecond: PER_SECOND, seconds: size.seconds })
  const note = `${arrivals.leads} signed webhooks, ${PER_SECOND} a second, production build, emulated Slack`
  show(atMost('leads that never reached Slack', arrivals.lost, 'leads', 0, { note }))
  show(known('arrival to the message in Slack, median', arrivals.medianMs, 'ms', { note }))
  show(atMost('arrival to the message in Slack, p95', arrivals.p95Ms, 'ms', 2_000, { note }))
}
