import type { Db } from '#server/db.ts'
import type { KnownContact } from '#server/domain/contacts/arrivals.service.ts'
import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import type { RoutingFacts } from '../choose-agent.ts'

const working = { removedAt: null, role: { not: 'assistant' } } as const

/** Whoever the firm chose, while they are here; else who has been here longest, owners first. */
export async function findFallback(db: Db): Promise<{ agentId: string }> {
  const setting = await db.leadSetting.findUnique({
    where: { id: 1 },
    select: { defaultPerson: { select: { id: true, removedAt: true } } },
  })
  if (setting && !setting.defaultPerson.removedAt) return { agentId: setting.defaultPerson.id }
  const longest = await db.person.findFirst({
    where: working,
    select: { id: true },
    // The roles stand in the order of the database's type: owners, admins, managers.
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  if (!longest) throw new Error('Nobody works here who could answer an inquiry.')
  return { agentId: longest.id }
}

/** The manager of the office that bears the town's name. */
async function findTownOffice(db: Db, citySlug: string | null) {
  if (!citySlug) return null
  const offices = await db.office.findMany({ select: { id: true, name: true }, take: 500 })
  const office = offices.find(({ name }) => slugOf(name) === citySlug)
  if (!office) return null
  const manager = await db.person.findFirst({
    where: { officeId: office.id, removedAt: null, role: 'manager' },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return manager && { agentId: manager.id, isHere: true }
}

async function findListing(db: Db, listingId: string | null) {
  if (!listingId) return null
  return db.listing.findUnique({
    where: { id: listingId },
    select: { citySlug: true, listAgent: { select: { id: true, removedAt: true, role: true } } },
  })
}

type Asked = { known: KnownContact | null; listingId: string | null; citySlug: string | null }

/** Everything that decides who answers, as it stands now. */
export async function readRoutingFacts(db: Db, { known, listingId, citySlug }: Asked): Promise<RoutingFacts> {
  const listing = await findListing(db, listingId)
  const lister = listing?.listAgent
  return {
    known: known && { agentId: known.agentId, isHere: known.agentIsHere },
    listing: lister ? { agentId: lister.id, isHere: lister.removedAt === null && lister.role !== 'assistant' } : null,
    townOffice: await findTownOffice(db, listing?.citySlug ?? citySlug),
    fallback: await findFallback(db),
  }
}
