import type { PropertySubType, Role } from '#server/generated/prisma/enums.ts'
import type { DecidedBecause, DoorName, LeadTypeName, Weekday } from './routing.words.ts'
import type { Conditions, DefaultRule, Ladder, Method, Rule, Rules } from './rules.schema.ts'
import type { TermName, WhyNot } from './why-not.words.ts'

export type { Conditions, DefaultRule, Ladder, Method, Rule, Rules }

/** Degrees, WGS 84. */
export type Place = { latitude: number; longitude: number }

/**
 * All that a decision may rest on: a closed list for fair housing's sake. No name, no words, no language, no address
 * of a person, nothing that stands for a protected class. Who somebody is decides only whether they have an agent.
 */
export type Facts = {
  arrivedAt: Date
  door: DoorName
  /** The key of the source; null for our own pages. */
  sourceKey: string | null
  tags: string[]
  leadType: LeadTypeName | null
  /** Whole cents. */
  priceCents: number | null
  citySlug: string | null
  postalCode: string | null
  place: Place | null
  propertySubType: PropertySubType | null
  /** The office of the town. */
  officeId: string | null
  listingAgentId: string | null
  /** The agent whose client they are. */
  knownAgentId: string | null
  /** The agent whom a trusted source has named. */
  namedAgentId: string | null
}

/** Minutes of a wall clock's day, 0 to 1440; the end is not included. */
export type WorkingHours = { day: Weekday; fromMinute: number; untilMinute: number }
/** Days as the agent's calendar has them, both included: 2026-11-22. */
export type Vacation = { from: string; until: string }
/** A time in somebody's calendar; the end is not included. */
export type Busy = { from: Date; until: Date }
/** Empty lists: everywhere. One of any list is enough. */
export type Coverage = { citySlugs: string[]; postalCodes: string[]; areas: [number, number][][] }
/** What became of the offers of the last 90 days. */
export type OfferRecord = { accepted: number; passed: number; missed: number }

/** Somebody as they stand at the moment of a decision. */
export type AgentState = {
  agentId: string
  role: Role
  officeId: string
  teamId: string | null
  hasLeft: boolean
  hereSince: Date
  /** IANA zone of their office. */
  zone: string
  status: 'available' | 'away' | 'paused'
  /** When they are back by themselves; null: when they say so. */
  statusUntil: Date | null
  /** Empty: any time. */
  hours: WorkingHours[]
  vacations: Vacation[]
  /** Appointments that are going on. */
  busy: Busy[]
  coverage: Coverage
  minPriceCents: number | null
  maxPriceCents: number | null
  /** As many open leads as they want; null: any number. */
  capacity: number | null
  openLeads: number
  offers90: OfferRecord
  /** Leads of the last 30 days that they took, or are asked for alone just now: won offers, and what rules gave them. */
  leads30: number
  lastLeadAt: Date | null
}

/** How often a rule's round robin has come by somebody; `lastTurn` numbers the rule's turns from 1. */
export type Turn = { ruleId: string; agentId: string; turns: number; lastTurn: number }

/** Everything about the people that a decision rests on. The order of the lists means nothing. */
export type Agents = {
  /** The moment of the decision: hours, vacations and pauses are read by it. */
  at: Date
  people: AgentState[]
  turns: Turn[]
  /** Who gets what nobody else is meant for: always somebody. */
  defaultAgentId: string
  /** Who was asked for this lead already. */
  without: string[]
}

export type Outcome =
  | { kind: 'assign'; agentId: string }
  /** One agent is asked. */
  | { kind: 'offer'; agentIds: [string] }
  /** All are asked at once. */
  | { kind: 'offer-all'; agentIds: string[] }
  | { kind: 'pond'; pondId: string }

export type Term = { name: TermName; value: number }
/** Somebody of the pool of a rule that fits, and why it is not them; empty for whoever is asked. */
export type Considered = { ruleId: string; agentId: string; whyNot: WhyNot[]; terms: Term[]; score: number | null }

/** One line that was looked at, in its order: a built-in one, a rule that fits, or the default rule. */
export type Line = {
  ruleId: string
  ruleName: string
  method: Method['kind'] | 'relationship' | 'named-by-source'
  found: boolean
}

export type Decision = {
  ruleId: string
  ruleName: string
  method: Line['method']
  outcome: Outcome
  offerMinutes: number
  ladder: Ladder
  because: DecidedBecause
  considered: Considered[]
  /** The lines that fit, down to the one that decided. */
  lines: Line[]
}

/** A decision as it stands in the database. */
export type StoredDecision = Decision & {
  decisionId: string
  inquiryId: string
  hop: number
  /** Of the rule set that decided. */
  version: number
  seed: string
  decidedAt: Date
  facts: Facts
}
