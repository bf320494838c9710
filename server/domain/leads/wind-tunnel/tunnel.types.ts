import type { AgentState, Facts } from '../routing/routing.types.ts'

/** A lead of the past, as it is let through a draft. */
export type Arrival = {
  inquiryId: string
  facts: Facts
  seed: string
  /** Who had it first, or was asked first; null: nobody in particular. */
  firstAgentId: string | null
  /** People as the decision of that day has kept them; empty where none was kept. */
  knownThen: readonly AgentState[]
  /** When it was answered; null when it is not. */
  answeredAt: Date | null
}

/** Where the draft would have put it. */
export type Placed = {
  inquiryId: string
  arrivedAt: Date
  citySlug: string | null
  ruleId: string
  ruleName: string
  /** Null: a pond. */
  agentId: string | null
  firstAgentId: string | null
}

/** How fast somebody is, from what they did in the same time. */
export type Pace = { leads: number; medianMinutes: number | null; promptShare: number }

export type Load = { agentId: string; before: number; after: number }
export type Move = { fromId: string | null; toId: string | null; leads: number }
export type Expected = { medianMinutes: number | null; promptShare: number }
export type AreaShift = { area: string; leads: number; gapBefore: number; gapAfter: number; isWider: boolean }
export type Example = Pick<Placed, 'inquiryId' | 'ruleName'> & { fromId: string | null; toId: string | null }

/** What a draft would have changed. Ids only: names are read when it is shown. */
export type TunnelResult = {
  leads: number
  changed: number
  toPond: number
  /** Leads of which a decision was kept; of the others the facts were read again from the lead. */
  kept: number
  rules: { ruleId: string; name: string; leads: number }[]
  /** Most leads in either of the two first. */
  loads: Load[]
  /** From whom to whom, the most leads first. */
  moves: Move[]
  before: Expected
  after: Expected
  areas: AreaShift[]
  /** The latest leads that would have gone to somebody else. */
  examples: Example[]
}
