import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { DealInput } from '#server/domain/deals/deals.bulk.ts'
import { dateOf } from './date.values.ts'
import { dealSideOf, dealStageOf, lostReasonOf } from './deal-words.values.ts'
import { dueOf } from './due.values.ts'
import { listingKeyOf } from './listing-key.ts'
import { milestonesOf } from './milestones.values.ts'
import { centsOf, numberOf } from './number.values.ts'
import { isRecord, shortened, textOf } from './text.values.ts'
import { extraOf, isMissing, isRefusal, readableFields, refuse, type Transform } from './transform.ts'

/** A deal without the ids that have to be looked up. */
export type ReadDeal = Omit<DealInput, 'id' | 'contactId' | 'agentId'>

const KNOWN = [
  ...['contactId', 'agentId', 'listingId', 'side', 'stage', 'stageSince', 'price', 'commission', 'address'],
  ...['expectedClose', 'closedAt', 'lostReason', 'milestones'],
]
const EPOCH = new Date(0)
const LONGEST_ADDRESS = 200

/** From here a share is typed in percent: nobody works for less than 0.2 percent, nor for more than 20. */
const LEAST_PERCENT = 0.2
const MOST_PERCENT = 20

/** 2.5, "2.5 %" or 0.025 in hundredths of a percent; a sum in dollars is a share of the price. Null for anything else. */
export function commissionOf(value: unknown, priceCents: number | null): number | null {
  const number = numberOf(typeof value === 'string' ? value.trim().replace(/^\$\s*/, '') : value)
  if (number === null || number <= 0) return null
  if (number < LEAST_PERCENT) return Math.round(number * 10_000)
  if (number <= MOST_PERCENT) return Math.round(number * 100)
  const share = priceCents ? (number * 100) / priceCents : 1
  return share <= MOST_PERCENT / 100 ? Math.round(share * 10_000) : null
}

/** A line of text, or { street, city }. */
function addressOf(value: unknown): string | null {
  const parts = isRecord(value) ? [value.street, value.city].map(textOf) : [textOf(value)]
  const line = parts
    .filter(Boolean)
    .join(', ')
    .replace(/\s+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  return shortened(line, LONGEST_ADDRESS).trim() || null
}

const dayOf = (value: unknown) => dueOf(value, undefined)?.dueOn ?? null
const isNothing = (value: unknown) => isMissing(value) || value === 0 || value === '0'

/** Deals of the old system. A word for a stage that nobody knows is refused: a guess would move money on the board. */
export const transformDeal: Transform<ReadDeal> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  if (isMissing(fields.contactId)) return refuse('missing-contact', 'contactId', fields.contactId)
  const [stage, side] = [dealStageOf(fields.stage), isMissing(fields.side) ? 'buyer' : dealSideOf(fields.side)]
  if (!stage) return refuse('unknown-stage', 'stage', fields.stage)
  if (!side) return refuse('unknown-side', 'side', fields.side)
  const priceCents = isNothing(fields.price) ? null : centsOf(fields.price)
  if (priceCents === null && !isNothing(fields.price)) return refuse('invalid-price', 'price', fields.price)
  const listingId = isMissing(fields.listingId) ? null : sourceIdOf(fields.listingId)
  const updatedAt = document.updatedAt ?? dateOf(fields.createdAt) ?? EPOCH
  const { milestones, unread } = milestonesOf(fields.milestones, updatedAt)
  const [expectedCloseOn, closedOn] = [dayOf(fields.expectedClose), dayOf(fields.closedAt)]
  const [commissionBps, lost] = [commissionOf(fields.commission, priceCents), lostReasonOf(fields.lostReason)]
  return {
    row: {
      ...{ side, stage, priceCents, commissionBps, expectedCloseOn, milestones },
      lostReason: stage === 'lost' ? (lost ?? 'other') : null,
      closedOn: stage === 'closed' ? (closedOn ?? expectedCloseOn ?? dayOf({ $date: updatedAt.toISOString() })) : null,
      listingKey: listingId && listingKeyOf(listingId),
      addressText: addressOf(fields.address),
      stageSince: dateOf(fields.stageSince) ?? updatedAt,
      createdAt: dateOf(fields.createdAt) ?? updatedAt,
      updatedAt,
    },
    needs: { stream: 'contacts', sourceId: sourceIdOf(fields.contactId) },
    wants: isMissing(fields.agentId) ? null : { stream: 'agents', sourceId: sourceIdOf(fields.agentId) },
    alsoWants: listingId ? [{ stream: 'listings', sourceId: listingId }] : [],
    extra: extraOf(fields, KNOWN, {
      expectedClose: expectedCloseOn ? null : fields.expectedClose,
      closedAt: stage === 'closed' && closedOn ? null : fields.closedAt,
      lostReason: stage === 'lost' && lost ? null : fields.lostReason,
      commission: commissionBps === null ? fields.commission : null,
      ...(unread.length > 0 ? { milestones: unread } : {}),
    }),
  }
}
