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
  /** Minutes until somebody had it, on paper. */
  takenMinutes: number
  /** How many were asked one after the other, or at once. */
  asked: number
  end: LadderEnd
}

/** How it came to whoever has it: without asking, from the first who was asked, from a later one, from somebody above, or by nobody's word. */
export type LadderEnd = 'given' | 'first' | 'next-agent' | 'superior' | 'pond' | 'fallback'
/** What the ladders of a draft have done with the leads that somebody was asked for. */
export type LadderResult = {
  ends: Record<LadderEnd, number>
  /** Minutes until somebody had it, of leads that somebody was asked for; null: nobody was asked. */
  medianMinutes: number | null
  slowestMinutes: number | null
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
  /** Null: of a trial from before ladders were tried. */
  ladder: LadderResult | null
  before: Expected
  after: Expected
  areas: AreaShift[]
  /** The latest leads that would have gone to somebody else. */
  examples: Example[]
}
