import type { Db } from '#server/db.ts'
import type { DealRow } from './deals.rows.ts'

const distinct = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]

/** Rows with what people know their contact, agent and home by. The caller has seen to it that the rows may be seen. */
export async function withNames(db: Db, rows: readonly DealRow[]) {
  if (rows.length === 0) return []
  const [contacts, agents, listings] = await Promise.all([
    db.contact.findMany({
      where: { id: { in: distinct(rows.map(({ contactId }) => contactId)) } },
      select: { id: true, fullName: true },
    }),
    db.person.findMany({
      where: { id: { in: distinct(rows.map(({ agentId }) => agentId)) } },
      select: { id: true, fullName: true },
    }),
    db.listing.findMany({
      where: { id: { in: distinct(rows.map(({ listingId }) => listingId)) } },
      select: { id: true, streetAddress: true, unitNumber: true, city: true, standardStatus: true, photoUrls: true },
    }),
  ])
  const named = new Map(
    [...contacts, ...agents].map((one) => [one.id, { id: one.id, fullName: one.fullName }] as const),
  )
  const homes = new Map(
    listings.map(({ id, streetAddress, unitNumber, city, standardStatus, photoUrls }) => [
      id,
      {
        id,
        address: `${streetAddress}${unitNumber ? ` #${unitNumber}` : ''}, ${city}`,
        standardStatus,
        photoUrl: photoUrls[0] ?? null,
      },
    ]),
  )
  const nobody = (id: string) => ({ id, fullName: 'Somebody who is gone' })
  return rows.map(({ contactId, agentId, listingId, ...row }) => ({
    ...row,
    contact: named.get(contactId) ?? nobody(contactId),
    agent: named.get(agentId) ?? nobody(agentId),
    listing: (listingId && homes.get(listingId)) || null,
  }))
}
