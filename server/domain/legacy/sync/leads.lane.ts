import { linkInquiryListings, removeInquiries, upsertInquiries } from '#server/domain/leads/leads.bulk.ts'
import { answersFor, inputsOf } from './asked.ts'
import { keepingOurs } from './keeping-ours.ts'
import type { Lane } from './lane.ts'
import { type LeadRow, transformLead } from './leads.transform.ts'
import { referenceKey, targetsOf } from './records.store.ts'
import { standInId } from './stand-in.ts'

export const leadsLane: Lane<LeadRow> = keepingOurs('leads', {
  stream: 'leads',
  remove: (tx, ids) => removeInquiries(tx, ids),
  // Written anew with its document.
  restore: async () => undefined,
  transform: async () => transformLead,

  async write(tx, ready) {
    const agents = await targetsOf(
      tx,
      ready.flatMap(({ row }) => (row.agentSourceId ? [{ stream: 'agents', sourceId: row.agentSourceId }] : [])),
    )
    const asked = ready.map(({ sourceId, targetId, needed, wanted, row: { agentSourceId, ...row } }) => {
      const agent = agentSourceId && agents.get(referenceKey({ stream: 'agents', sourceId: agentSourceId }))
      const id = targetId ?? standInId('leads', sourceId)
      return { sourceId, input: { ...row, id, contactId: needed, agentId: agent || null, listingId: wanted } }
    })
    const written = await upsertInquiries(tx, inputsOf(asked))
    // Answered here before its home had come: all else of it stays as it is.
    await linkInquiryListings(
      tx,
      asked.flatMap(({ input: { id, listingId } }) => (listingId ? [{ id, listingId }] : [])),
    )
    return answersFor(asked, written)
  },
})
