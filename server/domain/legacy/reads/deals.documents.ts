import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { DealRow } from '#server/domain/deals/deals.rows.ts'
import { correctionsFor } from '../sync/corrections.store.ts'
import { correct } from '../sync/corrections.ts'
import { transformDeal } from '../sync/deals.transform.ts'
import { knownRecords, referenceKey, targetsOf } from '../sync/records.store.ts'
import { standInId } from '../sync/stand-in.ts'
import { isRefusal } from '../sync/transform.ts'

/** A date of change that lies in the future says nothing; the sync reads it so, too. */
const dated = (document: SourceDocument, latest: Date): SourceDocument =>
  document.updatedAt && document.updatedAt > latest ? { ...document, updatedAt: null } : document

/**
 * Documents as the sync would bring them: by the same transform, corrections and references. What it would refuse, or
 * what waits for its contact, is left out.
 */
export async function dealsFrom(db: Db, found: readonly SourceDocument[], latest: Date): Promise<DealRow[]> {
  if (found.length === 0) return []
  const sourceIds = found.map(({ sourceId }) => sourceId)
  const [corrections, known] = await Promise.all([
    correctionsFor(db, 'deals', sourceIds),
    knownRecords(db, 'deals', sourceIds),
  ])
  const deals = found.flatMap((document) => {
    const result = transformDeal(correct(dated(document, latest), corrections).document)
    if (isRefusal(result) || !result.needs) return []
    const { row, needs, wants } = result
    const id = known.get(document.sourceId)?.targetId ?? standInId('deals', document.sourceId)
    return [{ id, row, needs, wants }]
  })
  const [targets, listings] = await Promise.all([
    targetsOf(
      db,
      deals.flatMap(({ needs, wants }) => (wants ? [needs, wants] : [needs])),
    ),
    db.listing.findMany({
      where: { listingKey: { in: deals.flatMap(({ row }) => row.listingKey ?? []) } },
      select: { id: true, listingKey: true },
    }),
  ])
  const contacts = await db.contact.findMany({
    where: { id: { in: deals.flatMap(({ needs }) => targets.get(referenceKey(needs)) ?? []) } },
    select: { id: true, agentId: true },
  })
  const keepers = new Map(contacts.map(({ id, agentId }) => [id, agentId]))
  const homes = new Map(listings.map(({ id, listingKey }) => [listingKey, id]))
  return deals.flatMap(({ id, row: { listingKey, ...row }, needs, wants }): DealRow[] => {
    const contactId = targets.get(referenceKey(needs))
    const agentId = (wants && targets.get(referenceKey(wants))) ?? (contactId && keepers.get(contactId))
    if (!contactId || !agentId) return []
    const listingId = (listingKey && homes.get(listingKey)) || null
    const priceCents = row.priceCents === null ? null : BigInt(row.priceCents)
    return [{ ...row, id, contactId, agentId, listingId, priceCents, version: null }]
  })
}
