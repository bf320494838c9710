import type { Db } from '#server/db.ts'
import type { LeadArrivalState } from '#server/generated/prisma/enums.ts'
import type { LeadDraft } from '../draft.schema.ts'
import { HOLD_FROM, scoreSpam } from '../score-spam.ts'
import type { Admitted, Came } from './arrivals.types.ts'
import { keepArrival } from './keep-arrival.ts'
import { writeLead } from './write-lead.ts'

type Read = {
  draft: LeadDraft
  /** Seen at the door itself: a filled trap. Held back whatever it says. */
  suspicion?: string | null
}
export type Result = Admitted & { state: LeadArrivalState; inquiryId: string | null }

const joined = (reasons: readonly string[]) => `Looks like an advertisement: ${reasons.join(', ')}.`

/** Why a human should look before anybody is disturbed; null when there is no reason. */
export function reasonToHold({ draft, suspicion }: Read): string | null {
  if (suspicion) return suspicion
  const { score, reasons } = scoreSpam(draft)
  return score >= HOLD_FROM ? joined(reasons) : null
}

/** Settles an arrival that was read: it becomes a lead, or is held back with the reason and everything that was read. */
export async function settleRead(
  tx: Db,
  order: Read & {
    arrivalId: string
    came: Pick<Came, 'door' | 'source' | 'networkHash' | 'at'>
    format?: string
    now?: Date
  },
): Promise<{ state: LeadArrivalState; inquiryId: string | null }> {
  const { arrivalId: id, came, draft, format } = order
  const reason = reasonToHold(order)
  const about = { draft, ...(format ? { format } : {}) }
  if (reason !== null) {
    await tx.leadArrival.update({ where: { id }, data: { ...about, state: 'held', reason }, select: { id: true } })
    return { state: 'held', inquiryId: null }
  }
  if (format) await tx.leadArrival.update({ where: { id }, data: { format }, select: { id: true } })
  const arrival = { id, ...came, sourceId: came.source?.id ?? null, receivedAt: came.at }
  const { inquiryId } = await writeLead(tx, { arrival, source: came.source, draft, at: order.now ?? came.at })
  return { state: 'taken', inquiryId }
}

/** Lets in what was read at the door: kept as it came and made a lead in one transaction, or neither. */
export async function admitLead(tx: Db, came: Came, read: Read): Promise<Result> {
  const { arrivalId, isRepeated } = await keepArrival(tx, came)
  if (!isRepeated) return { arrivalId, isRepeated, ...(await settleRead(tx, { ...read, arrivalId, came })) }
  const earlier = await tx.leadArrival.findUniqueOrThrow({
    where: { id: arrivalId },
    select: { state: true, inquiryId: true },
  })
  return { arrivalId, isRepeated, ...earlier }
}
