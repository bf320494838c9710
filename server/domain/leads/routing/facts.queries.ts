import type { Db } from '#server/db.ts'
import { PROPERTY_SUB_TYPES } from '#server/domain/alerts/criteria.words.ts'
import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import { SUB_TYPE_WORDS } from '#server/domain/listings/listings.words.ts'
import { type About, readAbout } from './facts.sql.ts'
import type { Facts } from './routing.types.ts'
import { factsSchema } from './stored.schema.ts'

/** The office that bears the town's name. */
async function findTownOffice(db: Db, citySlug: string | null): Promise<string | null> {
  if (!citySlug) return null
  const offices = await db.office.findMany({ select: { id: true, name: true }, orderBy: { id: 'asc' }, take: 500 })
  return offices.find(({ name }) => slugOf(name) === citySlug)?.id ?? null
}

/** The facts of what a lead is about; of a trial as well, which is nobody's lead yet. */
export async function completeFacts(db: Db, about: About): Promise<Facts> {
  const { latitude, longitude, subTypeWords, ...rest } = about
  const propertySubType = PROPERTY_SUB_TYPES.find((type) => SUB_TYPE_WORDS[type] === subTypeWords) ?? null
  const place = latitude === null || longitude === null ? null : { latitude, longitude }
  return factsSchema.parse({ ...rest, propertySubType, place, officeId: await findTownOffice(db, about.citySlug) })
}

/** What a decision about a lead rests on: read once, when it comes; each later decision about it rests on the same. */
export async function readFacts(tx: Db, { inquiryId, hop }: { inquiryId: string; hop: number }): Promise<Facts> {
  const first =
    hop > 0 &&
    (await tx.routingDecision.findFirst({ where: { inquiryId }, select: { facts: true }, orderBy: { hop: 'asc' } }))
  return first ? factsSchema.parse(first.facts) : completeFacts(tx, await readAbout(tx, inquiryId))
}
