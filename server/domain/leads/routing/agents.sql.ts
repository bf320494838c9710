import type { Db } from '#server/db.ts'
import type { AgentState, Busy, Turn } from './routing.types.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'office', 'appointment'] as const

/** Whose state a decision needs: everybody of offices and teams, managers of one office, and people by id. */
export type Scope = {
  officeIds: string[]
  teamIds: string[]
  agentIds: string[]
  managersOf: string | null
  everybody?: boolean
}

type Times = 'hereSince' | 'statusUntil' | 'lastLeadAt'
/** Times within JSON come as text: compared with a moment as they are, they would never be now. */
type Row = Omit<AgentState, Times | 'busy'> & {
  hereSince: string
  statusUntil: string | null
  lastLeadAt: string | null
  busy: Record<keyof Busy, string>[]
}

const timeOf = (text: string | null) => (text === null ? null : new Date(text))
const toState = ({ hereSince, statusUntil, lastLeadAt, busy, ...row }: Row): AgentState => ({
  ...row,
  hereSince: new Date(hereSince),
  statusUntil: timeOf(statusUntil),
  lastLeadAt: timeOf(lastLeadAt),
  busy: busy.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) })),
})

const DAY_MS = 86_400_000
const before = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS)

/**
 * People as they stand at a moment, and how far the round robins of some rules have come. An offer that waits for their
 * word counts as an open lead. Leads of 30 days are those that they took: offers they won, what a rule gave them without
 * asking, and what is held out to them alone, or a hundred that come at once would all be offered to the same. What they
 * passed or missed went to somebody else; and nobody chose to send known clients or their own listings to them.
 */
export async function readStates(
  db: Db,
  { officeIds, teamIds, agentIds, managersOf, everybody = false }: Scope,
  { at, ruleIds = [] }: { at: Date; ruleIds?: readonly string[] },
): Promise<{ people: AgentState[]; turns: Turn[] }> {
  // In one value: with two hundred people in it the client would look at each of four thousand, while other leads wait.
  const [row] = await db.$queryRaw<{ people: Row[]; turns: Turn[] }[]>`
    /* one plan */ WITH meant AS (
      SELECT p.id, p.role, p.office_id, p.team_id, p.removed_at, p.created_at FROM person p
       WHERE p.id = ANY(${agentIds}::uuid[])
          OR p.removed_at IS NULL AND (${everybody} OR p.office_id = ANY(${officeIds}::uuid[]) OR p.team_id = ANY(${teamIds}::uuid[])
             OR p.role = 'manager' AND p.office_id = ${managersOf}::uuid)),
    held AS (
      SELECT agent_id, count(*)::int AS leads FROM inquiry
       WHERE state = 'open' AND agent_id IN (SELECT id FROM meant) GROUP BY agent_id),
    asked AS (
      SELECT o.person_id, count(*) FILTER (WHERE o.won_at IS NOT NULL)::int AS accepted,
             count(*) FILTER (WHERE o.passed_at IS NOT NULL)::int AS passed,
             count(*) FILTER (WHERE o.missed_at IS NOT NULL AND f.kind = 'direct')::int AS missed,
             count(*) FILTER (WHERE f.ended_at IS NULL AND f.kind = 'direct')::int AS waiting,
             count(*) FILTER (WHERE o.won_at > ${before(at, 30)})::int AS won30,
             max(CASE WHEN f.ended_at IS NULL AND f.kind = 'direct' THEN o.asked_at ELSE o.won_at END) AS last
        FROM lead_offer_person o JOIN lead_offer f ON f.id = o.offer_id
       WHERE o.person_id IN (SELECT id FROM meant) AND o.asked_at > ${before(at, 90)}
       GROUP BY o.person_id),
    given AS (
      SELECT agent_id, count(*)::int AS leads, max(decided_at) AS last FROM routing_decision
       WHERE agent_id IN (SELECT id FROM meant) AND decided_at > ${before(at, 30)} AND because = 'rule'
         AND outcome ->> 'kind' = 'assign' GROUP BY agent_id),
    hours AS (
      SELECT person_id, json_agg(json_build_object('day', day, 'fromMinute', from_minute, 'untilMinute', until_minute)
                                 ORDER BY day, from_minute) AS list
        FROM agent_hours WHERE person_id IN (SELECT id FROM meant) GROUP BY person_id),
    vacations AS (
      SELECT person_id, json_agg(json_build_object('from', starts_on, 'until', ends_on) ORDER BY starts_on) AS list
        FROM agent_vacation WHERE ends_on >= ${before(at, 1)}::date AND starts_on <= ${before(at, -1)}::date GROUP BY person_id),
    states AS (
      SELECT p.id::text AS "agentId", CASE p.role WHEN 'team_lead' THEN 'teamLead' ELSE p.role::text END AS role,
             p.office_id::text AS "officeId", p.team_id::text AS "teamId",
             p.removed_at IS NOT NULL AS "hasLeft", p.created_at AS "hereSince", o.time_zone AS zone,
             coalesce(a.status::text, 'available') AS status, a.until AS "statusUntil",
             coalesce(hours.list, '[]') AS hours, coalesce(vacations.list, '[]') AS vacations,
             coalesce((SELECT json_agg(json_build_object('from', m.starts_at, 'until', m.ends_at) ORDER BY m.starts_at)
                         FROM appointment m WHERE m.owner_id = p.id AND m.starts_at <= ${at} AND m.ends_at > ${at}
                                              AND m.status IN ('scheduled', 'confirmed') AND m.removed_at IS NULL), '[]') AS busy,
             json_build_object('citySlugs', coalesce(a.city_slugs, '{}'), 'postalCodes', coalesce(a.postal_codes, '{}'),
                               'areas', coalesce(a.areas, '[]')) AS coverage,
             a.min_price_cents::float8 AS "minPriceCents", a.max_price_cents::float8 AS "maxPriceCents",
             a.capacity::int AS capacity, coalesce(held.leads, 0) + coalesce(asked.waiting, 0) AS "openLeads",
             json_build_object('accepted', coalesce(asked.accepted, 0), 'passed', coalesce(asked.passed, 0),
                               'missed', coalesce(asked.missed, 0)) AS offers90,
             coalesce(given.leads, 0) + coalesce(asked.won30, 0) + coalesce(asked.waiting, 0) AS leads30,
             greatest(given.last, asked.last) AS "lastLeadAt"
        FROM meant p JOIN office o ON o.id = p.office_id
        LEFT JOIN agent_availability a ON a.person_id = p.id
        LEFT JOIN hours ON hours.person_id = p.id
        LEFT JOIN vacations ON vacations.person_id = p.id
        LEFT JOIN held ON held.agent_id = p.id
        LEFT JOIN asked ON asked.person_id = p.id
        LEFT JOIN given ON given.agent_id = p.id)
    SELECT coalesce((SELECT json_agg(states ORDER BY "agentId") FROM states), '[]') AS people,
           coalesce((SELECT json_agg(json_build_object('ruleId', t.rule_id, 'agentId', t.agent_id, 'turns', t.turns,
                                                       'lastTurn', t.last_turn) ORDER BY t.rule_id, t.last_turn)
                       FROM routing_turn t WHERE t.rule_id = ANY(${[...ruleIds]}::uuid[])), '[]') AS turns`
  if (!row) throw new Error('The database gave no answer.')
  return { people: row.people.map(toState), turns: row.turns }
}

/** People as they stand at a moment. */
export const readAgentStates = async (db: Db, scope: Scope, at: Date): Promise<AgentState[]> =>
  (await readStates(db, scope, { at })).people

/** Counts the turn of whoever a round robin has come to. Its caller holds the lock of deciders. */
export const takeTurnOf = (tx: Db, { ruleId, agentId }: { ruleId: string; agentId: string }) => tx.$executeRaw`
  INSERT INTO routing_turn AS t (rule_id, agent_id, turns, last_turn)
  SELECT ${ruleId}::uuid, ${agentId}::uuid, 1, coalesce(max(last_turn), 0) + 1 FROM routing_turn WHERE rule_id = ${ruleId}::uuid
  ON CONFLICT (rule_id, agent_id) DO UPDATE SET turns = t.turns + 1, last_turn = excluded.last_turn`

/**
 * One decision after the other where people are chosen among others, until the transaction ends: two at once would read
 * the same turn, and the same room for one lead more.
 */
export const lockDeciders = (tx: Db) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('leads:deciders', 0))`
