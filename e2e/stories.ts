import { createHash } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { runJob, waitUntil } from '#demo/operate.ts'
import { SIGN_UP_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { askAboutHome } from '#server/domain/leads/taking-in/ask.service.ts'
import { lookByRule } from '#server/domain/quality/checking/look.ts'
import { ruleOf } from '#server/domain/quality/rules/rules.ts'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { aContact, aListing } from '#server/testing/factories.ts'
import { LEGACY_DATABASE } from '#world/world.ts'
import type { TestWorld } from './global-setup.ts'

type Criteria = Parameters<typeof aSearch>[2]

/** A buyer of the demo's busiest agent, with a saved search. */
export async function aBuyerWith(db: PrismaClient, criteria: Criteria) {
  const agent = await db.person.findFirstOrThrow({ where: { role: 'agent', passwordHash: { not: null } } })
  const contact = await aContact(agent, {}, db)
  const search = await aSearch(agent, contact, criteria, db)
  return { contact, searchId: search.id, email: contact.email ?? '' }
}

type Home = { zip: string; price?: number; street?: string }

/** Somebody in the old system lists a home, and the sync brings it over. Returns its MLS number. */
export async function aHomeIsListed(
  { environment }: TestWorld,
  db: PrismaClient,
  { zip, price = 525_000, street }: Home,
): Promise<string> {
  const client = new MongoClient(environment.LEGACY_MONGO_URL, { directConnection: true, retryWrites: false })
  const mlsNumber = `27${Math.floor(Math.random() * 1e6)
    .toString()
    .padStart(6, '0')}`
  const now = new Date()
  await client
    .db(LEGACY_DATABASE)
    .collection('listings')
    .insertOne({
      mlsNumber,
      status: 'Active',
      propertyType: 'Single Family',
      ...{ price, originalPrice: price, beds: 4, baths: 3, sqft: 2480, yearBuilt: 2009, lotSqft: 9200 },
      address: {
        street: street ?? `${mlsNumber.slice(-3)} Egret Landing`,
        city: 'Hilton Head Island',
        state: 'SC',
        zip,
      },
      loc: [-80.7526, 32.2163],
      remarks: 'A quiet street, a screened porch, and the marsh behind the live oaks.',
      photos: [1, 2, 3, 4, 5].map((index) => `${environment.PHOTO_ORIGIN}/homes/${mlsNumber}/${index}.jpg`),
      agentId: null,
      officeName: 'Palmetto Coast Realty',
      ...{ hideAddress: false, hideOnline: false, listedAt: now, updatedAt: now },
    })
  await client.close()
  // The sync stays a little behind the source's clock on purpose.
  await waitUntil(`the sync has brought home ${mlsNumber} over`, async () => {
    await runJob(db, environment, 'sync-legacy')
    return (await db.listing.count({ where: { listingId: mlsNumber } })) === 1
  })
  return mlsNumber
}

/** A mail as it stands in the outbox after it has left. */
export async function aSentMail(db: PrismaClient) {
  const { contact, email } = await aBuyerWith(db, { postalCodes: ['29910'] })
  const id = crypto.randomUUID()
  return db.outboxMail.create({
    data: {
      id,
      kind: 'alert',
      recipient: email,
      contactId: contact.id,
      dedupeKey: id,
      messageId: id,
      state: 'sent',
      sentAt: new Date(),
      subject: 'New: 3 Osprey Court, $480,000',
      body: { create: { html: '<h1>A home for you</h1>', text: 'A home for you' } },
    },
  })
}

/** Somebody who asked for alerts and has not said yes; returns the key in the mail. */
export async function aSignUp(db: PrismaClient): Promise<string> {
  const [id, at] = [crypto.randomUUID(), new Date()]
  const asked = { email: `buyer-${id.slice(0, 8)}@example.test`, fullName: 'Nora Hale', criteria: {} }
  const times = { requestedAt: at, expiresAt: new Date(at.getTime() + 3_600_000) }
  const tokenHash = new Uint8Array(createHash('sha256').update(id).digest())
  await db.signUp.create({ data: { id, ...asked, consentText: SIGN_UP_CONSENT, tokenHash, ...times } })
  return id
}

/** Somebody asks about the home that was listed last, in the form of its page. */
export async function aQuestion(db: PrismaClient, email: string): Promise<void> {
  const home = await db.listing.findFirstOrThrow({
    where: { internetEntireListingDisplayYN: true, standardStatus: 'Active' },
    orderBy: { onMarketTimestamp: 'desc' },
  })
  const asker = { fullName: 'Nora Hale', email, phone: '(843) 555-0144', website: '', openForMs: 30_000 }
  const question = { kind: 'Question' as const, message: 'Is the dock deep enough for a sailboat?', proposedTimes: [] }
  const request = { requestKey: crypto.randomUUID(), listingKey: home.listingKey, wantsAlerts: true }
  await askAboutHome({ db, actor: null, now: () => new Date() }, { ...asker, ...question, ...request })
}

/** Somebody who gets alerts, with the key to their preferences. */
export async function aMailAddress(db: PrismaClient) {
  const { email } = await aBuyerWith(db, { postalCodes: ['29910'] })
  return db.mailAddress.create({ data: { email, token: crypto.randomUUID().replaceAll('-', '') } })
}

/** A town with four homes: two in one building, one a few streets away, and a small one between them. */
export async function aTownOnTheMap(db: PrismaClient) {
  const town = `pluff-${crypto.randomUUID().slice(0, 8)}`
  const place = { citySlug: town, city: 'Pluff', postalCode: '29977', subdivisionName: null, subdivisionSlug: null }
  const middle = { latitude: 32.62, longitude: -80.62 }
  const together = { ...middle, longitude: middle.longitude - 0.003 }
  const alone = { ...middle, longitude: middle.longitude + 0.003 }
  const home = (at: typeof middle, dollars: bigint, bedroomsTotal = 4) =>
    aListing(
      { ...place, ...at, bedroomsTotal, listPriceCents: dollars * 100n, streetAddress: `${dollars} Pluff Mud Lane` },
      db,
    )
  await Promise.all([
    home(together, 650_000n),
    home(together, 690_000n),
    home(alone, 710_000n),
    home(middle, 280_000n, 1),
  ])
  return { town, together, alone }
}

/** A contact whose name is in capitals, found by the rule for it; returns the rule. */
export async function aWrongRecord(db: PrismaClient): Promise<string> {
  const ruleKey = 'contacts.name-capitals'
  const agent = await db.person.findFirstOrThrow({ where: { role: 'agent', passwordHash: { not: null } } })
  await aContact(agent, { fullName: 'NORA HALE' }, db)
  const rule = ruleOf(ruleKey)
  if (!rule) throw new Error(`There is no rule ${ruleKey}.`)
  await lookByRule({ db, now: () => new Date() }, rule)
  return ruleKey
}
