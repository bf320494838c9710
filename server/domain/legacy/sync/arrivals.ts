import type { Db } from '#server/db.ts'
import { linkDealListings } from '#server/domain/deals/deals.bulk.ts'
import { linkInquiryListings } from '#server/domain/leads/leads.bulk.ts'
import { linkListAgents } from '#server/domain/listings/listings.bulk.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { addResolved } from './counts.store.ts'
import { applyTo } from './lanes.ts'
import { listingKeyOf } from './listing-key.ts'
import { orphansOf } from './quarantine.store.ts'
import { KEPT } from './reading.ts'
import { referenceKey, targetsOf } from './records.store.ts'
import { leadsWaitingFor, leadsWaitNoMore, listingsWaitingFor, listingsWaitNoMore } from './waiting.store.ts'

/** `jobRunId` is the run of the sync that counts who was let in; null where no such run is at work. */
type Arrival = { jobRunId: string | null; stream: LegacyStream; arrived: string[] }

/**
 * Tries again what waited for documents that have just arrived: orphans, those who waited for the orphans, listings
 * without their agent, and deals and leads without their listing.
 */
export async function welcome(tx: Db, { jobRunId, stream, arrived }: Arrival): Promise<void> {
  if (arrived.length === 0) return
  if (stream === 'agents') await linkListings(tx, arrived)
  if (stream === 'listings') {
    await linkDealListings(tx, arrived.map(listingKeyOf))
    await linkLeads(tx, arrived)
  }
  const orphans = await orphansOf(tx, stream, arrived)
  for (const waiting of new Set(orphans.map((orphan) => orphan.stream))) {
    const documents = orphans.filter((orphan) => orphan.stream === waiting).map(({ document }) => document)
    const result = await applyTo(tx, waiting, documents, KEPT)
    if (jobRunId) await addResolved(tx, { jobRunId, stream: waiting }, result.accepted.length)
    await welcome(tx, { jobRunId, stream: waiting, arrived: result.arrived })
  }
}

async function linkListings(tx: Db, agentSourceIds: string[]): Promise<void> {
  const waiting = await listingsWaitingFor(tx, agentSourceIds)
  if (waiting.length === 0) return
  const targets = await targetsOf(tx, referencesTo('agents', agentSourceIds))
  const links = waiting.flatMap(({ targetId, waitsFor }) => {
    const agentId = targets.get(referenceKey({ stream: 'agents', sourceId: waitsFor }))
    return agentId ? [{ listingId: targetId, agentId }] : []
  })
  await linkListAgents(tx, links)
  await listingsWaitNoMore(tx, agentSourceIds)
}

async function linkLeads(tx: Db, listingSourceIds: string[]): Promise<void> {
  const waiting = await leadsWaitingFor(tx, listingSourceIds)
  if (waiting.length === 0) return
  const targets = await targetsOf(tx, referencesTo('listings', listingSourceIds))
  const links = waiting.flatMap(({ targetId, waitsFor }) => {
    const listingId = targets.get(referenceKey({ stream: 'listings', sourceId: waitsFor }))
    return listingId ? [{ id: targetId, listingId }] : []
  })
  await linkInquiryListings(tx, links)
  await leadsWaitNoMore(tx, listingSourceIds)
}

const referencesTo = (stream: LegacyStream, sourceIds: string[]) => sourceIds.map((sourceId) => ({ stream, sourceId }))
