import { inBand, liesIn } from './conditions.ts'
import type { AgentState, Agents, Coverage, Facts } from './routing.types.ts'
import { wallClockOf } from './wall-clock.ts'
import type { WhyNot } from './why-not.words.ts'

/** How somebody came into question: as one of a group, as one whom a rule names, or because it is their listing. */
export type CameAs = 'group' | 'picked' | 'by-name'

const TAKE_FROM_GROUPS = new Set(['agent', 'teamLead'])

/**
 * Whether the place of a lead is one that they cover: true when one of their towns, zips or areas has it, false when
 * those that can be compared do not, null when there is nothing to compare.
 */
export function covers(
  { citySlugs, postalCodes, areas }: Coverage,
  facts: Pick<Facts, 'citySlug' | 'postalCode' | 'place'>,
): boolean | null {
  const { citySlug, postalCode, place } = facts
  const compared = [
    ...(citySlug !== null && citySlugs.length > 0 ? [citySlugs.includes(citySlug)] : []),
    ...(postalCode !== null && postalCodes.length > 0 ? [postalCodes.includes(postalCode)] : []),
    ...(place !== null && areas.length > 0 ? [liesIn(areas, place)] : []),
  ]
  return compared.length === 0 ? null : compared.some(Boolean)
}

/** Their word on whether they work, until it runs out. */
export const statusAt = ({ status, statusUntil }: AgentState, at: Date): AgentState['status'] =>
  statusUntil !== null && statusUntil <= at ? 'available' : status

function worksAt({ hours, zone }: AgentState, at: Date) {
  if (hours.length === 0) return true
  const { day, minute } = wallClockOf(at, zone)
  return hours.some((each) => each.day === day && minute >= each.fromMinute && minute < each.untilMinute)
}

function isOnVacation({ vacations, zone }: AgentState, at: Date) {
  if (vacations.length === 0) return false
  const { date } = wallClockOf(at, zone)
  return vacations.some(({ from, until }) => from <= date && date <= until)
}

const isBusy = ({ busy }: AgentState, at: Date) => busy.some(({ from, until }) => from <= at && at < until)

const mayTake = ({ role }: AgentState, came: CameAs) =>
  came === 'group' ? TAKE_FROM_GROUPS.has(role) : role !== 'assistant'

/**
 * All reasons why somebody can not have a lead at a moment; none: they can. Whoever is asked by name (their listing, a
 * rule for them alone) is not asked which towns and prices they cover. `waits`: whether it is held out to them for some
 * minutes, which whoever is in an appointment would let run out.
 */
export function reasonsAgainst(
  agent: AgentState,
  came: CameAs,
  { facts, agents: { at, without }, waits }: { facts: Facts; agents: Agents; waits: boolean },
): WhyNot[] {
  const status = statusAt(agent, at)
  const { priceCents } = facts
  const isOfGroup = came !== 'by-name'
  const checks: [WhyNot, boolean][] = [
    ['left', agent.hasLeft],
    ['role', !mayTake(agent, came)],
    ['asked-already', without.includes(agent.agentId)],
    ['paused', status === 'paused'],
    ['away', status === 'away'],
    ['vacation', isOnVacation(agent, at)],
    ['off-hours', !worksAt(agent, at)],
    ['in-appointment', waits && isBusy(agent, at)],
    ['not-covering', isOfGroup && covers(agent.coverage, facts) === false],
    ['price-band', isOfGroup && priceCents !== null && !inBand(priceCents, agent.minPriceCents, agent.maxPriceCents)],
    ['full', agent.capacity !== null && agent.openLeads >= agent.capacity],
  ]
  return checks.flatMap(([reason, holds]) => (holds ? [reason] : []))
}
