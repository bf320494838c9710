import type { Because } from './leads.words.ts'

type Candidate = { agentId: string; isHere: boolean }

/** What is known when somebody comes: who they are with, whose listing it is, which office covers the town. */
export type RoutingFacts = {
  known: Candidate | null
  listing: Candidate | null
  townOffice: Candidate | null
  /** Always somebody: the setting, or the owner who has been here longest. */
  fallback: { agentId: string }
}
export type Choice = { agentId: string; because: Because }

/**
 * Who answers, and why: the agent they have, else the agent who lists the home, else the office of its town, else the
 * person for everything else. Whoever has left is passed over. The same facts choose the same agent.
 */
export function chooseAgent({ known, listing, townOffice, fallback }: RoutingFacts): Choice {
  if (known?.isHere) return { agentId: known.agentId, because: 'relationship' }
  if (listing?.isHere) return { agentId: listing.agentId, because: 'listing-agent' }
  if (townOffice?.isHere) return { agentId: townOffice.agentId, because: 'town-office' }
  return { agentId: fallback.agentId, because: 'default' }
}
