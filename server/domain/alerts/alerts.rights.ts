import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent, wholeFirm } from '#server/testing/rights.ts'
import { criteriaSchema } from './searches.schema.ts'
import { createSearch, reviseSearch } from './searches.service.ts'
import { aToldMail } from './standing/testing.reader.ts'
import { aWarnedBook } from './standing/testing.warned-book.ts'

const unique = () => crypto.randomUUID().slice(0, 8)
const criteria = criteriaSchema.parse({ bedroomsMin: 3 })
/** No home fits: a first send tells of none. */
const nowhere = criteriaSchema.parse({ postalCodes: ['00000'] })

/** Made when it is first asked for. */
const once = <Made>(make: () => Promise<Made>) => {
  let made: Promise<Made> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/**
 * A contact of the agent with an alert, and the link of the contact's address. What few rows name is made when they ask:
 * made for all of them it took a third of the whole matrix.
 */
async function seed(book: Book) {
  const { db, agent, marker } = book
  const now = new Date()
  const ctx = {
    db,
    now: () => now,
    actor: { ...agent, personId: agent.id, sessionId: crypto.randomUUID() },
  }
  const email = `${marker}-${unique()}@example.test`
  const contact = await aContact(agent, { fullName: `${marker} ${unique()}`, email }, db)
  const contactId = contact.id
  const aSearch = (wanted = criteria) =>
    createSearch(ctx, { contactId, name: `${marker} ${unique()}`, criteria: wanted })
  const search = await aSearch()
  await ensureAddresses(db, [email])
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
  const home = await aPlacedListing({ bedroomsTotal: 4 }, db)

  const removedId = once(async () => {
    const { id } = await aSearch()
    await db.savedSearch.update({ where: { id }, data: { removedAt: now } })
    return id
  })
  const revisedId = once(async () => {
    const { id: searchId } = await aSearch()
    const wider = criteriaSchema.parse({ bedroomsMin: 2 })
    await reviseSearch(ctx, { searchId, name: `${marker} ${unique()}`, criteria: wider, basedOnVersion: 1 })
    return searchId
  })
  const offId = once(async () => {
    const { id } = await aSearch(nowhere)
    await db.savedSearch.update({ where: { id }, data: { activeYN: false, reason: 'AgentDisabled' } })
    return id
  })
  const run = once(() => {
    const jobRunId = `${marker}-${unique()}`
    const counts = { events: 1, changed: 1, searches: 1, matches: 1, people: 1, planned: 1, matchMs: 1 }
    const slot = new Date(Date.now() + Math.random() * 1e9)
    return db.alertRun.create({ data: { jobRunId, slot, feedFrom: 0, feedTo: 1, horizonAgeMs: 1, ...counts } })
  })
  const aHold = async (
    searchId: string,
    decided: Pick<Prisma.AlertHoldUncheckedCreateInput, 'dueAt' | 'decidedAt'> = {},
  ) => {
    const { id: runId } = await run()
    const { id } = await db.alertHold.create({
      data: {
        ...{ searchId, runId, version: 1, reason: 'approval', expiresAt: new Date(now.getTime() + 86_400_000) },
        ...{ eventIds: [crypto.randomUUID()], listingIds: [home.id], kinds: ['New'], ...decided },
      },
    })
    return id
  }
  return {
    ...{ email, token, contactId, searchId: search.id, homeId: home.id },
    ...{ listingId: home.id, listingKey: home.listingKey, mlsNumber: home.listingId },
    ...{ removedId, revisedId, offId },
    jobRunId: once(async () => (await run()).jobRunId),
    holdId: once(() => aHold(search.id)),
    decidedHoldId: once(async () => aHold((await aSearch()).id, { dueAt: now, decidedAt: now })),
    mailId: once(async () => {
      const { id: runId } = await run()
      return aToldMail(db, { recipient: email, contactId, searchId: search.id, runId, at: now })
    }),
  }
}
type Rows = Awaited<ReturnType<typeof seed>>

/** For a question: with all there is about the contact, so that each of it could leak. */
const withAll = (input: (rows: Rows) => unknown) => async (rows: Rows) => {
  const { removedId, revisedId, offId, holdId, decidedHoldId, mailId } = rows
  for (const make of [removedId, revisedId, offId, holdId, decidedHoldId, mailId]) await make()
  return input(rows)
}
const refused = { allowed: followsAgent, otherwise: 'refused' } as const
/** Of many, those one may not see are counted and left alone. */
const hidden = { allowed: followsAgent, otherwise: 'hidden' } as const
const wrongToken = 'nobody-was-given-this-one'

export default defineRights<Rows>({
  seed,
  members: {
    'alerts.list': { input: withAll(() => ({})), allowed: followsAgent, otherwise: 'hidden' },
    'alerts.byId': { input: withAll(({ searchId }) => ({ searchId })), ...refused },
    'alerts.homesShown': { input: withAll(({ contactId }) => ({ contactId })), ...refused },
    'alerts.lanes': { input: withAll(({ contactId }) => ({ contactId })), ...refused },
    'alerts.peopleForHome': {
      input: withAll(({ homeId }) => ({ listingId: homeId })),
      allowed: followsAgent,
      otherwise: 'hidden',
    },
    'alerts.whyForNobody': { input: ({ homeId }) => ({ listingId: homeId }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.peopleForHomes': {
      input: withAll(({ mlsNumber }) => ({ q: mlsNumber })),
      allowed: followsAgent,
      otherwise: 'hidden',
    },
    'alerts.preview': { input: () => ({ criteria }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.prices': { input: () => ({ criteria }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.relax': { input: () => ({ criteria }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.nextMail': { input: withAll(({ contactId }) => ({ contactId })), ...refused },
    'alerts.whyHome': {
      input: withAll(({ contactId, homeId }) => ({ contactId, listingId: homeId })),
      ...refused,
    },
    'alerts.create': { input: ({ contactId }) => ({ contactId, name: 'Mine', criteria }), ...refused },
    'alerts.revise': {
      input: ({ searchId }) => ({ searchId, name: 'Mine', criteria, basedOnVersion: 1 }),
      ...refused,
    },
    'alerts.setActive': { input: ({ searchId }) => ({ searchId, active: false }), ...refused },
    'alerts.remove': { input: ({ searchId }) => ({ searchId }), ...refused },
    'alerts.restore': { input: async ({ removedId }) => ({ searchId: await removedId() }), ...refused },
    'alerts.setActiveOfMany': {
      input: ({ searchId }) => ({ which: { ids: [searchId] }, active: false }),
      ...hidden,
    },
    'alerts.removeMany': { input: ({ searchId }) => ({ which: { ids: [searchId] } }), ...hidden },
    'alerts.restoreMany': { input: async ({ removedId }) => ({ ids: [await removedId()] }), ...hidden },
    'firstSend.count': {
      input: withAll(({ searchId }) => ({ criteria, searchId })),
      ...refused,
    },
    'firstSend.reactivate': { input: async ({ offId }) => ({ searchId: await offId() }), ...refused },
    'recipients.set': {
      input: ({ searchId }) => ({
        searchId,
        recipients: [{ name: 'A partner', email: 'partner@example.test', kind: 'To' }],
        ...{ theyAsked: true, bccMeYN: true },
      }),
      ...refused,
    },
    'rhythm.set': {
      input: ({ searchId }) => ({ searchId, cadence: 'Daily', conciergeYN: true }),
      ...refused,
    },
    'rhythm.approvals': { input: withAll(() => ({})), allowed: followsAgent, otherwise: 'hidden' },
    'rhythm.approve': { input: async ({ holdId }) => ({ holdId: await holdId() }), ...refused },
    'rhythm.skip': { input: async ({ holdId }) => ({ holdId: await holdId() }), ...refused },
    'rhythm.undecide': { input: async ({ decidedHoldId }) => ({ holdId: await decidedHoldId() }), ...refused },
    'versions.list': { input: withAll(({ searchId }) => ({ searchId })), ...refused },
    'versions.goBack': {
      input: async ({ revisedId }) => ({ searchId: await revisedId(), version: 1, basedOnVersion: 2 }),
      ...refused,
    },
    'standing.warned': {
      input: async (_, book) => {
        await aWarnedBook(book)
        return {}
      },
      allowed: followsAgent,
      otherwise: 'hidden',
    },
    'standing.relax': { input: ({ searchId }) => ({ searchId }), ...refused },
    'standing.keep': { input: async (_, book) => (await aWarnedBook(book)).warning, ...refused },
    'standing.unkeep': { input: async (_, book) => (await aWarnedBook(book)).kept, ...refused },
    'portal.verdictsOf': { input: withAll(({ contactId }) => ({ contactId })), ...refused },
    'alerts.ledTo': { input: withAll(() => ({ what: 'looks' })), allowed: followsAgent, otherwise: 'hidden' },
    'alerts.performance': { allowed: followsAgent, otherwise: 'hidden' },
    'alerts.runs': { allowed: adminsOnly, otherwise: 'refused' },
    'alerts.runOf': {
      input: async ({ jobRunId }) => ({ jobRunId: await jobRunId() }),
      allowed: adminsOnly,
      otherwise: 'refused',
    },
    'alerts.replayRun': {
      input: async ({ jobRunId }) => ({ jobRunId: await jobRunId() }),
      allowed: adminsOnly,
      otherwise: 'refused',
    },
  },
  anybody: {
    'portal.mailHomes': {
      input: async ({ token, mailId }) => ({ token, mailId: await mailId() }),
      wrong: async ({ mailId }) => ({ token: wrongToken, mailId: await mailId() }),
      wrongIs: 'refused',
    },
    'standing.asked': {
      input: ({ token }) => ({ token }),
      wrong: () => ({ token: wrongToken }),
      wrongIs: 'refused',
    },
    'standing.answer': {
      input: ({ token, searchId }) => ({ token, searchId, answer: 'keep' }),
      wrong: ({ searchId }) => ({ token: wrongToken, searchId, answer: 'keep' }),
      wrongIs: 'refused',
    },
    'standing.noteLife': {
      input: ({ token }) => ({ token }),
      wrong: () => ({ token: wrongToken }),
      wrongIs: 'refused',
    },
    'portal.homes': { input: ({ token }) => ({ token }), wrong: () => ({ token: wrongToken }), wrongIs: 'refused' },
    'portal.verdict': {
      input: ({ token, listingKey }) => ({ token, listingKey }),
      wrong: ({ listingKey }) => ({ token: wrongToken, listingKey }),
      wrongIs: 'refused',
    },
    'portal.visit': {
      input: ({ token, listingKey }) => ({ token, listingKey }),
      wrong: ({ listingKey }) => ({ token: wrongToken, listingKey }),
      wrongIs: 'refused',
    },
    'portal.setVerdict': {
      input: ({ token, listingId }) => ({ token, listingId, verdict: 'Discard', origin: 'portal' }),
      wrong: ({ listingId }) => ({ token: wrongToken, listingId, verdict: 'Discard', origin: 'portal' }),
      wrongIs: 'refused',
    },
    'portal.pause': {
      input: ({ token, searchId }) => ({ token, searchId, paused: true }),
      wrong: ({ searchId }) => ({ token: wrongToken, searchId, paused: true }),
      wrongIs: 'refused',
    },
    'portal.setCadence': {
      input: ({ token, searchId }) => ({ token, searchId, cadence: 'Weekly' }),
      wrong: ({ searchId }) => ({ token: wrongToken, searchId, cadence: 'Weekly' }),
      wrongIs: 'refused',
    },
    'portal.setHours': {
      input: ({ token }) => ({ token, timeZone: 'America/Denver', quiet: { from: 1_260, to: 420 } }),
      wrong: () => ({ token: wrongToken, timeZone: null, quiet: null }),
      wrongIs: 'refused',
    },
    'portal.renewLink': {
      input: ({ token }) => ({ token }),
      wrong: () => ({ token: wrongToken }),
      wrongIs: 'refused',
    },
    'portal.requestLink': {
      input: ({ email }) => ({ email }),
      wrong: () => ({ email: `${unique()}@example.test` }),
      wrongIs: 'silent',
      mayTouch: ['sign_in_limit'],
    },
    'alerts.preferences': {
      input: ({ token }) => ({ token }),
      wrong: () => ({ token: wrongToken }),
      wrongIs: 'refused',
    },
    'alerts.setPreference': {
      input: ({ token, searchId }) => ({ token, searchId, active: false }),
      wrong: ({ searchId }) => ({ token: wrongToken, searchId, active: false }),
      wrongIs: 'refused',
    },
    'alerts.stopEverything': {
      input: ({ token }) => ({ token, stopped: true }),
      wrong: () => ({ token: wrongToken, stopped: true }),
      wrongIs: 'refused',
    },
  },
})
