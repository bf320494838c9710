import type { RootDb } from '#server/db.ts'
import { TRANSFORM_VERSION } from '#server/domain/legacy/sync/transform.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

export const NOON = new Date('2026-11-20T17:00:00Z')
export const daysAgo = (days: number) => new Date(NOON.getTime() - days * 86_400_000)

type Make = () => Promise<string>
/** For a rule: a record that breaks it, and one like it that does not. */
export type Planted = { bad: Make; good: Make }
const bytes = () => new Uint8Array(32)
const unique = () => crypto.randomUUID().slice(0, 8)

/** What each rule has to find, and what it has to leave alone. A rule without an entry fails its test. */
export async function plantedFor(db: RootDb): Promise<Record<string, Planted>> {
  const office = await anOffice({}, db)
  const elsewhere = await anOffice({}, db)
  const reached = { phone: '(843) 555-0100', passwordHash: 'x', createdAt: daysAgo(100) }
  const agent = await anAgent(office.id, { ...reached, fullName: 'Ada Lowell' }, db)
  const gone = await anAgent(office.id, { ...reached, removedAt: daysAgo(1) }, db)

  type PersonOver = Partial<Prisma.PersonUncheckedCreateInput>
  const person = (over: PersonOver) => async () => (await anAgent(office.id, { ...reached, ...over }, db)).id
  let named = 0
  type ContactOver = Partial<Prisma.ContactUncheckedCreateInput>
  const make = (over: ContactOver, of = agent) => {
    named += 1
    return aContact(of, { fullName: `Nora Hale ${'abcdefghijklmnopqrstuvwxyz'[named % 26]}${unique()}`, ...over }, db)
  }
  const contact =
    (over: ContactOver, of = agent): Make =>
    async () =>
      (await make(over, of)).id
  const listing =
    (over: Partial<Prisma.ListingUncheckedCreateInput>): Make =>
    async () =>
      (await aPlacedListing({ photoUrls: ['https://a.test/1.jpg'], listAgentId: agent.id, ...over }, db)).id

  type Search = Partial<Prisma.SavedSearchUncheckedCreateInput>
  type Version = Partial<Prisma.SavedSearchVersionUncheckedCreateInput>
  const search =
    (over: Search = {}, version: Version | null = null, of: ContactOver = {}): Make =>
    async () => {
      const owner = await make(of)
      const { id } = await aSearch(agent, owner, { postalCodes: ['29910'] }, db)
      if (version) {
        const { polygons: _known, ...first } = await db.savedSearchVersion.findFirstOrThrow({ where: { searchId: id } })
        await db.savedSearchVersion.create({ data: { ...first, ...version, version: 2 } })
      }
      await db.savedSearch.update({ where: { id }, data: { ...over, ...(version ? { currentVersion: 2 } : {}) } })
      return id
    }
  const mail =
    (over: Partial<Prisma.OutboxMailUncheckedCreateInput>): Make =>
    async () => {
      const key = crypto.randomUUID()
      const known = { kind: 'alert', recipient: `${key}@example.test`, dedupeKey: key, messageId: key }
      return (await db.outboxMail.create({ data: { ...known, createdAt: daysAgo(2), ...over } })).id
    }
  const blocked = async (email: string, suppressionReason: string | null) => {
    const suppressedAt = suppressionReason ? daysAgo(3) : null
    await db.mailAddress.create({ data: { email, token: crypto.randomUUID(), suppressionReason, suppressedAt } })
  }
  const withAddress = (reason: string | null, then: (email: string) => Make): Make => {
    return async () => {
      const email = `${unique()}@blocked.test`
      await blocked(email, reason)
      return then(email)()
    }
  }
  const document =
    (over: Partial<Prisma.LegacyDocumentUncheckedCreateInput>): Make =>
    async () => {
      const sourceId = `s:${unique()}`
      const known = {
        stream: 'contacts',
        sourceId,
        sourceOrder: bytes(),
        idJson: '"a"',
        hash: bytes(),
        raw: bytes(),
      } as const
      const read = { appliedVersion: TRANSFORM_VERSION, readAt: daysAgo(3) }
      await db.legacyDocument.create({ data: { ...known, ...read, ...over } })
      return `contacts/${sourceId}`
    }
  const aside =
    (firstSeenAt: Date): Make =>
    async () => {
      const sourceId = `s:${unique()}`
      const known = { stream: 'listings', sourceId, reason: 'invalid-price', hash: bytes(), raw: bytes() } as const
      await db.legacyQuarantine.create({ data: { ...known, firstSeenAt } })
      return `listings/${sourceId}`
    }
  const field =
    (acceptedAt: Date | null): Make =>
    async () => {
      const firstSourceId = `s:${unique()}`
      const known = { stream: 'listings', path: firstSourceId, type: 'string', documents: 3, isNew: true } as const
      await db.legacyField.create({ data: { ...known, firstSourceId, firstSeenAt: daysAgo(1), acceptedAt } })
      return `listings/${firstSourceId}`
    }
  const record = async (stream: 'contacts' | 'listings', targetId: string, extra?: Prisma.InputJsonObject) => {
    const sourceId = `s:${unique()}`
    await db.legacyRecord.create({ data: { stream, sourceId, targetId, hash: bytes(), ...(extra ? { extra } : {}) } })
    return `${stream}/${sourceId}`
  }
  /** The second of two, of whom the first is fine. */
  const second =
    (first: Make, then: Make): Make =>
    async () => {
      await first()
      return then()
    }
  const openHouse =
    (endedDaysAgo: number): Make =>
    async () => {
      const listingId = await listing({})()
      const [start, end] = [daysAgo(endedDaysAgo + 0.1), daysAgo(endedDaysAgo)]
      const times = { openHouseStartTime: start, openHouseEndTime: end, modificationTimestamp: start }
      await db.openHouse.create({ data: { listingId, openHouseKey: unique(), ...times } })
      return listingId
    }
  const line = [
    [
      [-80, 32],
      [-80.1, 32.1],
      [-80.2, 32.2],
    ],
  ]
  const square = [
    [
      [-80, 32],
      [-80.1, 32],
      [-80.1, 32.1],
      [-80, 32.1],
    ],
  ]
  const nothing: Version = { postalCodes: [] }
  const alive = listing({})
  const shared = { phone: '(843) 555-0177' }
  const many = async () => {
    for (let count = 0; count < 5; count += 1) await make({ phone: '843.555.0190' })
    return contact({ phone: '(843) 555-0190' })()
  }
  const at = daysAgo(400)
  const none = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  await db.alertRun.create({ data: { ...none, jobRunId: unique(), slot: at, startedAt: at, feedFrom: 0n, feedTo: 0n } })
  const found =
    (foundAt: Date): Make =>
    async () => {
      const searchId = await search({ createdAt: daysAgo(300) })()
      await db.searchFound.create({ data: { searchId, foundAt } })
      return searchId
    }
  const twins: Make = async () => {
    const owner = await make({})
    await aSearch(agent, owner, { postalCodes: ['29928'] }, db)
    return (await aSearch(agent, owner, { postalCodes: ['29928'] }, db)).id
  }
  const shownTo: Make = async () => {
    const id = await search({}, null, {})()
    const email = `${unique()}@partner.test`
    await blocked(email, null)
    const consent = { consentText: 'They asked for it.', consentedAt: daysAgo(9) }
    await db.searchRecipient.create({ data: { searchId: id, email, name: 'A partner', ...consent } })
    await db.savedSearch.update({ where: { id }, data: { contactLeftAt: daysAgo(1) } })
    return id
  }
  return {
    'people.no-phone': { bad: person({ phone: ' ' }), good: person({}) },
    'people.phone-spelling': { bad: person({ phone: '+1 843.555.0100' }), good: person({ phone: 'ext. 12' }) },
    'people.never-signed-in': {
      bad: person({ passwordHash: null }),
      good: person({ passwordHash: null, createdAt: daysAgo(3) }),
    },
    'people.same-name': {
      bad: second(person({ fullName: 'Bea Moss' }), person({ fullName: 'BEA MOSS', createdAt: daysAgo(2) })),
      good: person({ fullName: 'Cal Moss' }),
    },
    'people.assists-nobody': {
      bad: person({ role: 'assistant', assistsId: gone.id }),
      good: person({ role: 'assistant', assistsId: agent.id }),
    },
    'contacts.agent-removed': { bad: contact({}, gone), good: contact({ removedAt: daysAgo(1) }, gone) },
    'contacts.wrong-office': { bad: contact({ officeId: elsewhere.id }), good: contact({}) },
    'contacts.unreachable': { bad: contact({ email: null, phone: ' ' }), good: contact({ email: null, phone: '1' }) },
    'contacts.same-email': {
      bad: second(contact({ email: 'twin@a.test' }), contact({ email: 'TWIN@a.test' })),
      good: contact({ email: 'alone@a.test' }),
    },
    'contacts.same-phone': {
      bad: second(
        contact({ ...shared, fullName: 'Ana Reyes', createdAt: daysAgo(9) }),
        contact({ ...shared, fullName: 'Anna Reyes' }),
      ),
      good: contact({ ...shared, fullName: 'Walter Quist' }),
    },
    'contacts.shared-phone': { bad: many, good: contact(shared) },
    'contacts.phone-spelling': { bad: contact({ phone: '18435550101' }), good: contact({ phone: '+44 20 7946 0000' }) },
    'contacts.phone-unreadable': {
      bad: contact({ phone: '555-0100 ext. 4' }),
      good: contact({ phone: '+44 20 7946 0000' }),
    },
    'contacts.name-capitals': { bad: contact({ fullName: 'MARY JONES' }), good: contact({ fullName: 'Mary JONES' }) },
    'contacts.name-spaces': { bad: contact({ fullName: 'Mary  Jones' }), good: contact({ fullName: 'Mary Jones' }) },
    'contacts.no-name': { bad: contact({ fullName: 'mary@a.test' }), good: contact({ fullName: 'Mo' }) },
    'contacts.role-address': {
      bad: contact({ email: 'Info@firm.test' }),
      good: contact({ email: 'information@firm.test' }),
    },
    'contacts.address-bounced': {
      bad: withAddress('bounced', (email) => contact({ email, stage: 'client' })),
      good: withAddress('bounced', (email) => contact({ email, stage: 'lead' })),
    },
    'contacts.address-unreadable': {
      bad: async () => {
        const { id } = await make({ email: null })
        await record('contacts', id, { email: 'bob@' })
        return id
      },
      good: async () => {
        const { id } = await make({ email: null })
        await record('contacts', id, { importBatch: 4 })
        return id
      },
    },
    'listings.close-price-far': {
      bad: listing({ standardStatus: 'Closed', closePriceCents: 4_200_000n }),
      good: listing({ standardStatus: 'Closed', closePriceCents: 41_000_000n }),
    },
    'listings.closed-without-price': {
      bad: listing({ standardStatus: 'Closed' }),
      good: listing({ standardStatus: 'Closed', closePriceCents: 42_000_000n }),
    },
    'listings.price-per-foot': { bad: listing({ livingAreaSqFt: 50 }), good: listing({ livingAreaSqFt: 1_000 }) },
    'listings.rooms': { bad: listing({ bedroomsTotal: 30 }), good: listing({ bedroomsTotal: 6 }) },
    'listings.year-to-come': { bad: listing({ yearBuilt: 2031 }), good: listing({ yearBuilt: 2027 }) },
    'listings.zip-and-state': {
      bad: listing({ postalCode: '31401' }),
      good: listing({ postalCode: '31401', stateOrProvince: 'GA' }),
    },
    'listings.off-the-coast': { bad: listing({ latitude: 0, longitude: 0 }), good: alive },
    'listings.no-place': {
      bad: listing({ latitude: null, longitude: null }),
      good: listing({ latitude: null, longitude: null, standardStatus: 'Withdrawn' }),
    },
    'listings.no-photos': { bad: listing({ photoUrls: [] }), good: alive },
    'listings.repeated-photos': {
      bad: listing({ photoUrls: ['a', 'b', 'a'] }),
      good: listing({ photoUrls: ['a', 'b'] }),
    },
    'listings.no-agent': {
      bad: listing({ listAgentId: null }),
      good: listing({ listAgentId: null, listOfficeName: 'Another firm' }),
    },
    'listings.agent-removed': { bad: listing({ listAgentId: gone.id }), good: alive },
    'listings.price-slip': {
      bad: listing({ listPriceCents: 4_250_000n }),
      good: listing({ listPriceCents: 30_000_000n }),
    },
    'listings.active-too-long': {
      bad: listing({ onMarketTimestamp: daysAgo(401) }),
      good: listing({ onMarketTimestamp: daysAgo(399) }),
    },
    'listings.coming-soon-late': {
      bad: listing({ standardStatus: 'ComingSoon', onMarketTimestamp: daysAgo(61) }),
      good: listing({
        standardStatus: 'ComingSoon',
        onMarketTimestamp: daysAgo(90),
        statusChangeTimestamp: daysAgo(5),
      }),
    },
    'listings.pending-too-long': {
      bad: listing({ standardStatus: 'Pending', statusChangeTimestamp: daysAgo(181) }),
      good: listing({ standardStatus: 'Pending', statusChangeTimestamp: daysAgo(90) }),
    },
    'listings.twice': {
      bad: second(
        listing({ streetAddress: '9 Egret Way', onMarketTimestamp: daysAgo(9) }),
        listing({ streetAddress: '9 egret way' }),
      ),
      good: listing({ streetAddress: '9 Egret Way', unitNumber: 'B' }),
    },
    'listings.open-house-over': { bad: openHouse(8), good: openHouse(3) },
    'searches.no-recipient': { bad: search({ contactLeftAt: daysAgo(1) }), good: shownTo },
    'searches.suppressed': {
      bad: withAddress('complained', (email) => search({}, null, { email })),
      good: withAddress(null, (email) => search({}, null, { email })),
    },
    'searches.owner-removed': { bad: search({ ownerId: gone.id }), good: search() },
    'searches.no-area': { bad: search({}, { polygons: line }), good: search({}, { polygons: square }) },
    'searches.never-fits': {
      bad: search({}, { listPriceMaxCents: 500_000n }),
      good: search({}, { yearBuiltMin: 2027 }),
    },
    'searches.everything': { bad: search({}, nothing), good: search({}, { ...nothing, bedroomsMin: 1 }) },
    'searches.dead': { bad: found(daysAgo(200)), good: found(daysAgo(20)) },
    'searches.past-contact': {
      bad: search({}, null, { stage: 'past' }),
      good: search({ activeYN: false }, null, { stage: 'past' }),
    },
    'searches.twins': { bad: twins, good: search() },
    'mails.in-doubt': { bad: mail({ inDoubtSince: daysAgo(1) }), good: mail({ inDoubtSince: NOON, notBefore: NOON }) },
    'mails.overdue': { bad: mail({ notBefore: daysAgo(1) }), good: mail({ notBefore: NOON }) },
    'mails.failed': { bad: mail({ state: 'failed' }), good: mail({ state: 'failed', createdAt: daysAgo(40) }) },
    'legacy.quarantined': { bad: aside(daysAgo(8)), good: aside(daysAgo(6)) },
    'legacy.new-field': { bad: field(null), good: field(NOON) },
    'legacy.orphaned': {
      bad: () => record('listings', crypto.randomUUID()),
      good: async () => record('contacts', await contact({})()),
    },
    'legacy.read-by-old-rules': { bad: document({ appliedVersion: TRANSFORM_VERSION - 1 }), good: document({}) },
  }
}
