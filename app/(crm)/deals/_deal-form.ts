import { MILESTONE_KINDS, type MilestoneKindName } from '#server/domain/deals/deals.words.ts'
import type { Deal } from './_queries.ts'

/** What stands in the fields, as it was typed. */
export type DealDraft = {
  side: Deal['side']
  home: { id: string; label: string } | null
  address: string
  price: string
  commission: string
  expectedCloseOn: string
  days: Partial<Record<MilestoneKindName, string>>
}

export const EMPTY_DRAFT: DealDraft = {
  ...{ side: 'buyer', home: null, address: '', price: '', commission: '', expectedCloseOn: '', days: {} },
}

export const draftOf = (deal: Deal): DealDraft => ({
  side: deal.side,
  home: deal.listing && { id: deal.listing.id, label: deal.listing.address },
  address: deal.addressText ?? '',
  price: deal.priceCents === null ? '' : (Number(deal.priceCents) / 100).toLocaleString('en-US'),
  commission: deal.commissionBps === null ? '' : String(deal.commissionBps / 100),
  expectedCloseOn: deal.expectedCloseOn ?? '',
  days: Object.fromEntries(deal.milestones.map(({ kind, dueOn }) => [kind, dueOn])),
})

/** "$425,000" or "425000.50" in cents; undefined when it is no sum. */
function centsTyped(text: string): bigint | null | undefined {
  const plain = text.replace(/[$,\s]/g, '')
  if (plain === '') return null
  return /^\d{1,11}(\.\d{1,2})?$/.test(plain) ? BigInt(Math.round(Number(plain) * 100)) : undefined
}

/** "2.75" or "2.75 %" in hundredths of a percent; undefined when it is no share. */
function shareTyped(text: string): number | null | undefined {
  const plain = text.replace(/[%\s]/g, '')
  if (plain === '') return null
  const share = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN
  return share <= 10_000 ? share : undefined
}

/** The draft as the server takes it, or what is wrong beside which field. */
export function readDraft(draft: DealDraft) {
  const [priceCents, commissionBps] = [centsTyped(draft.price), shareTyped(draft.commission)]
  if (priceCents === undefined || commissionBps === undefined) {
    return {
      problems: {
        price: priceCents === undefined ? 'Write it like 425,000.' : undefined,
        commission: commissionBps === undefined ? 'Write the share in percent, like 2.75.' : undefined,
      },
    }
  }
  return {
    details: {
      ...{ side: draft.side, listingId: draft.home?.id ?? null, addressText: draft.address.trim() || null },
      ...{ priceCents, commissionBps, expectedCloseOn: draft.expectedCloseOn || null },
      milestones: MILESTONE_KINDS.flatMap((kind) => {
        const dueOn = draft.days[kind]
        return dueOn ? [{ kind, dueOn }] : []
      }),
    },
  }
}
