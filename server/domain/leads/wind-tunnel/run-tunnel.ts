import type { Db, RootDb } from '#server/db.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { speedOf } from '../response/speed.ts'
import { readWorkedLeads } from '../response/worked-leads.sql.ts'
import { readAgentStates } from '../routing/agents.sql.ts'
import { rulesSchema } from '../routing/rules.schema.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { readAppointments } from './appointments.sql.ts'
import { readArrivals } from './arrivals.sql.ts'
import { habitsOf } from './habits.ts'
import { readOffersOfHours } from './offers-of-hour.sql.ts'
import { openTunnel, type Tunnel } from './replay.ts'
import { type Paces, summarise } from './summarise.ts'
import type { Arrival, Placed } from './tunnel.types.ts'

type Deps = { db: RootDb; now: () => Date }

/** What broke stands in the run history: on the page it would say nothing to anybody. */
const TROUBLE = 'Something went wrong on our side; the run history in Operations says where.'
/** How often it says how far it is, and looks whether somebody has stopped it. */
const BATCH = 250

async function readPaces(db: Db, window: { from: Date; to: Date }): Promise<Paces> {
  const leads = await readWorkedLeads(db, { ...window, officeId: null })
  const byAgent = Map.groupBy(leads, ({ agentId }) => agentId ?? '')
  const of = new Map([...byAgent].map(([agentId, own]) => [agentId, speedOf(own, 'wall')]))
  return { all: speedOf(leads, 'wall'), of }
}

async function readPeople(
  db: Db,
  arrivals: readonly Arrival[],
  window: { from: Date; to: Date },
): Promise<Pick<Tunnel, 'people' | 'leftAt'>> {
  const agentIds = [
    ...new Set(
      arrivals.flatMap(({ firstAgentId: id, facts: { listingAgentId, knownAgentId } }) => [
        id,
        listingAgentId,
        knownAgentId,
      ]),
    ),
  ]
  const everybody = {
    officeIds: [],
    teamIds: [],
    agentIds: agentIds.filter((id) => id !== null),
    managersOf: null,
    everybody: true,
  }
  const [people, left, vacations, appointments] = await Promise.all([
    readAgentStates(db, everybody, window.to),
    db.person.findMany({ where: { removedAt: { not: null } }, select: { id: true, removedAt: true } }),
    db.agentVacation.findMany({ select: { personId: true, startsOn: true, endsOn: true } }),
    readAppointments(db, window),
  ])
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const offOf = Map.groupBy(vacations, ({ personId }) => personId)
  return {
    people: people.map((person) => ({
      ...person,
      busy: appointments.get(person.agentId) ?? [],
      // That somebody is away today says nothing about the days of the replay.
      ...{ status: 'available' as const, statusUntil: null },
      vacations: (offOf.get(person.agentId) ?? []).map((off) => ({ from: day(off.startsOn), until: day(off.endsOn) })),
    })),
    leftAt: new Map(left.flatMap(({ id, removedAt }) => (removedAt ? [[id, removedAt] as const] : []))),
  }
}

/**
 * Tries a draft on the leads of its time, and keeps what it would have changed. Killed anywhere and run again, it begins
 * anew; a run that has ended, or was stopped, is left as it is.
 */
export async function runTunnel({ db, now }: Deps, { runId }: { runId: string }): Promise<JobResult> {
  const active = { id: runId, state: { in: ['asked' as const, 'running' as const] } }
  const run = await db.windTunnelRun.findFirst({ where: active })
  if (!run) return { words: 'Nobody waits for it any more.', outcome: 'good', counts: {} }
  const window = { from: run.fromAt, to: run.toAt }
  const arrivals = await readArrivals(db, window)
  await db.windTunnelRun.updateMany({
    where: active,
    data: { state: 'running', startedAt: now(), leadsReplayed: 0, leadsTotal: arrivals.length },
  })
  const { agentId: defaultAgentId } = await findFallback(db)
  const habits = habitsOf(await readOffersOfHours(db, window))
  const people = await readPeople(db, arrivals, window)
  const place = openTunnel({ rules: rulesSchema.parse(run.draft), defaultAgentId, habits, ...people })
  const placed: Placed[] = []
  for (let from = 0; from < arrivals.length; from += BATCH) {
    placed.push(...arrivals.slice(from, from + BATCH).map(place))
    const { count } = await db.windTunnelRun.updateMany({ where: active, data: { leadsReplayed: placed.length } })
    if (count === 0) return { words: 'It was stopped.', outcome: 'good', counts: { leads: placed.length } }
  }
  const kept = arrivals.filter(({ knownThen }) => knownThen.length > 0).length
  const result = summarise(placed, await readPaces(db, window), kept)
  await db.windTunnelRun.updateMany({ where: active, data: { state: 'done', result, finishedAt: now() } })
  const words = `Of ${result.leads} leads ${result.changed} would have gone to somebody else.`
  return { words, outcome: 'good', counts: { leads: result.leads, changed: result.changed } }
}

/** After the last attempt: whoever waits is told that there is nothing to wait for. */
export async function failTunnel({ db, now }: Deps, { runId }: { runId: string }) {
  await db.windTunnelRun.updateMany({
    where: { id: runId, state: { in: ['asked', 'running'] } },
    data: { state: 'failed', trouble: TROUBLE, finishedAt: now() },
  })
  return { runId }
}
