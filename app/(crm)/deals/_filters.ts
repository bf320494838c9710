import { DEAL_STAGES, type DealStageName } from '#server/domain/deals/deals.words.ts'
import { readChoice, readId } from '../_lists/params.ts'

/** What the address of the page can hold; without `show` it is the board. `deal` is the one that stands open. */
export type DealFilters = {
  show?: 'list' | undefined
  agentId?: string | undefined
  stage?: DealStageName | undefined
  closing?: 'thisMonth' | undefined
  deal?: string | undefined
}

export function readDealFilters(params: Iterable<[string, string]>): DealFilters {
  const { show, agentId, stage, closing, deal } = Object.fromEntries<string | undefined>(params)
  return {
    show: readChoice(show, ['list'] as const),
    agentId: readId(agentId),
    stage: readChoice(stage, DEAL_STAGES),
    closing: readChoice(closing, ['thisMonth'] as const),
    deal: readId(deal),
  }
}
