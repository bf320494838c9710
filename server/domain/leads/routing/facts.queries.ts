import type { Db } from '#server/db.ts'
import { findKnown } from '#server/domain/contacts/arrivals.service.ts'
import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import { type About, readAbout } from './facts.sql.ts'
import type { Facts } from './routing.types.ts'
import { factsSchema } from './stored.schema.ts'

/** The office that bears the town's name. */
async function findTownOffice(db: Db, citySlug: string | null): Promise<string | null> {
  if (!citySlug) return null
  const offices = await db.office.findMany({ select: { id: true, name: true }, orderBy: { id: 'asc' }, take: 500 })
  return offices.find(({ name }) => slugOf(name) === citySlug)?.id ?? null
}

/** The facts of somebody who is not in our books yet, or of a trial: what it is about, and whose client it is from. */
export async function completeFacts(db: Db, about: About, knownAgentId: string | null): Promise<Facts> {
  const { latitude, longitude, ...rest } = about
  const place = latitude === null || longitude === null ? null : { latitude, longitude }
  return factsSchema.parse({ ...rest, place, officeId: await findTownOffice(db, about.citySlug), knownAgentId })
}

/** A lead that waits for an agent is kept by somebody meanwhile: that makes them no client of theirs. */
async function isKeptMeanwhile(tx: Db, contactId: string) {
  const waiting = { contactId, state: { in: ['offered' as const, 'pond' as const] } }
  return (await tx.inquiry.findFirst({ where: waiting, select: { id: true } })) !== null
}

/** The one place where who somebody is counts: whether they are somebody's client. */
async function findTheirAgent(tx: Db, inquiryId: string): Promise<string | null> {
  const who = { fullName: true, email: true, phone: true }
  const known = await findKnown(tx, await tx.inquiry.findUniqueOrThrow({ where: { id: inquiryId }, select: who }))
  if (!known || (await isKeptMeanwhile(tx, known.id))) return null
  return known.agentId
}

/**
 * What a decision about a lead rests on: read once, when it comes; each later decision about it rests on the same.
 */
export async function readFacts(tx: Db, inquiryId: string): Promise<Facts> {
  const first = await tx.routingDecision.findFirst({
    where: { inquiryId },
    select: { facts: true },
    orderBy: { hop: 'asc' },
  })
  if (first) return factsSchema.parse(first.facts)
  return completeFacts(tx, await readAbout(tx, inquiryId), await findTheirAgent(tx, inquiryId))
}
