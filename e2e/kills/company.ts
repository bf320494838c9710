import type { RootDb } from '#server/db.ts'
import { setRecipients } from '#server/domain/alerts/recipients/recipients.service.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { createSearch } from '#server/domain/alerts/searches.service.ts'
import { actorOf } from '#server/testing/caller.ts'
import { aContact, aPerson } from '#server/testing/factories.ts'
import type { takeSnapshot } from '#world/brute-force.ts'

type Snapshot = Awaited<ReturnType<typeof takeSnapshot>>
type People = Map<string, Set<string>>

/** Zip codes in which the market has moved nothing: what is for sale there now still is when the mails leave. */
function findStillZips(before: Snapshot, after: Snapshot, zips: readonly string[]): string[] {
  const known = new Set(before.listings.map((doc) => JSON.stringify(doc)))
  const moved = new Set(after.listings.map((doc) => JSON.stringify(doc)).filter((text) => !known.has(text)))
  return zips.filter((zip) => [...moved].every((text) => !text.includes(`"${zip}"`)))
}

/** A partner joins all searches of one of the people who are told something: told the same, in a mail of their own. */
async function addPartner(db: RootDb, people: People) {
  const [email, homes] = [...people][0] ?? []
  const searches = await db.savedSearch.findMany({ where: { contact: { email: email ?? '' } }, select: { id: true } })
  const admin = await db.person.findFirstOrThrow({ where: { role: 'admin' } })
  const partner = { name: 'A partner', email: 'partner@kills.test', kind: 'To' as const }
  for (const { id: searchId } of searches) {
    const audience = { recipients: [partner], theyAsked: true, bccMeYN: false }
    await setRecipients({ db, actor: actorOf(admin), now: () => new Date() }, { searchId, ...audience })
  }
  people.set(partner.email, new Set(homes))
}

/** Somebody begins with the homes of a zip code that match now. */
async function addFirstSend(db: RootDb, people: People, zips: readonly string[]) {
  const admin = await db.person.findFirstOrThrow({ where: { role: 'admin' } })
  const where = { standardStatus: 'Active', internetEntireListingDisplayYN: true } as const
  for (const zip of zips) {
    const homes = await db.listing.findMany({ where: { ...where, postalCode: zip }, select: { listingId: true } })
    if (homes.length === 0 || homes.length > 25) continue
    const contact = await aContact(admin, { email: 'beginner@kills.test' }, db)
    const criteria = criteriaSchema.parse({ postalCodes: [zip] })
    const order = { contactId: contact.id, name: 'From the start', criteria, firstSend: true }
    await createSearch({ db, actor: actorOf(admin), now: () => new Date() }, order)
    people.set('beginner@kills.test', new Set(homes.map(({ listingId }) => listingId)))
    return
  }
  throw new Error('No zip code has homes that nothing happened to.')
}

/** Adds to a staged market who was added to a search, and who begins with what matches now; and whom that makes told. */
export async function addCompany(db: RootDb, moved: { before: Snapshot; after: Snapshot; people: People }) {
  const { officeId } = await db.person.findFirstOrThrow({ select: { officeId: true } })
  await aPerson(officeId, { role: 'admin' }, db)
  const rows = await db.listing.findMany({ distinct: ['postalCode'], select: { postalCode: true } })
  const zips = findStillZips(
    moved.before,
    moved.after,
    rows.map(({ postalCode }) => postalCode),
  )
  await addPartner(db, moved.people)
  await addFirstSend(db, moved.people, zips)
}
