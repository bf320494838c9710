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

/** A contact of the agent with an alert, another with one that was taken away, and the link of the contact's address. */
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
  const aSearch = () => createSearch(ctx, { contactId: contact.id, name: `${marker} ${unique()}`, criteria })
  const [search, removed] = [await aSearch(), await aSearch()]
  const revised = await aSearch()
  const wider = criteriaSchema.parse({ bedroomsMin: 2 })
  await reviseSearch(ctx, { searchId: revised.id, name: `${marker} ${unique()}`, criteria: wider, basedOnVersion: 1 })
  await db.savedSearch.update({ where: { id: removed.id }, data: { removedAt: now } })
  const off = await createSearch(ctx, { contactId: contact.id, name: `${marker} ${unique()}`, criteria: nowhere })
  await db.savedSearch.update({ where: { id: off.id }, data: { activeYN: false, reason: 'AgentDisabled' } })
  const jobRunId = `${marker}-${unique()}`
  const counts = { events: 1, changed: 1, searches: 1, matches: 1, people: 1, planned: 1, matchMs: 1, horizonAgeMs: 1 }
  const { id: runId } = await db.alertRun.create({
    data: { jobRunId, slot: new Date(Date.now() + Math.random() * 1e9), feedFrom: 0, feedTo: 1, ...counts },
  })
  await ensureAddresses(db, [email])
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
  const home = await aPlacedListing({ bedroomsTotal: 4 }, db)
  const aHold = (searchId: string, decided: Pick<Prisma.AlertHoldUncheckedCreateInput, 'dueAt' | 'decidedAt'>) =>
    db.alertHold.create({
      data: {
        ...{ searchId, runId, version: 1, reason: 'approval', expiresAt: new Date(now.getTime() + 86_400_000) },
        ...{ eventIds: [crypto.randomUUID()], listingIds: [home.id], kinds: ['New'], ...decided },
      },
    })
  const [hold, decidedHold] = [
    await aHold(search.id, {}),
    await aHold((await aSearch()).id, { dueAt: now, decidedAt: now }),
  ]
  return {
    mailId: await aToldMail(db, { recipient: email, contactId: contact.id, searchId: search.id, runId, at: now }),
    ...{ email, listingId: home.id, listingKey: home.listingKey },
    ...{ holdId: hold.id, decidedHoldId: decidedHold.id },
    homeId: home.id,
    mlsNumber: home.listingId,
    contactId: contact.id,
    searchId: search.id,
    removedId: removed.id,
    offId: off.id,
    revisedId: revised.id,
    jobRunId,
    token,
  }
}
type Rows = Awaited<ReturnType<typeof seed>>

const refused = { allowed: followsAgent, otherwise: 'refused' } as const
/** Of many, those one may not see are counted and left alone. */
const hidden = { allowed: followsAgent, otherwise: 'hidden' } as const
const wrongToken = 'nobody-was-given-this-one'

export default defineRights<Rows>({
  seed,
  members: {
    'alerts.list': { input: () => ({}), allowed: followsAgent, otherwise: 'hidden' },
    'alerts.byId': { input: ({ searchId }) => ({ searchId }), ...refused },
    'alerts.homesShown': { input: ({ contactId }) => ({ contactId }), ...refused },
    'alerts.lanes': { input: ({ contactId }) => ({ contactId }), ...refused },
    'alerts.peopleForHome': {
      input: ({ homeId }) => ({ listingId: homeId }),
      allowed: followsAgent,
      otherwise: 'hidden',
    },
    'alerts.whyForNobody': { input: ({ homeId }) => ({ listingId: homeId }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.peopleForHomes': {
      input: ({ mlsNumber }) => ({ q: mlsNumber }),
      allowed: followsAgent,
      otherwise: 'hidden',
    },
    'alerts.preview': { input: () => ({ criteria }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.prices': { input: () => ({ criteria }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.relax': { input: () => ({ criteria }), allowed: wholeFirm, otherwise: 'refused' },
    'alerts.nextMail': { input: ({ contactId }) => ({ contactId }), ...refused },
    'alerts.whyHome': {
      input: ({ contactId, homeId }) => ({ contactId, listingId: homeId }),
      ...refused,
    },
    'alerts.create': { input: ({ contactId }) => ({ contactId, name: 'Mine', criteria }), ...refused },
    'alerts.revise': {
      input: ({ searchId }) => ({ searchId, name: 'Mine', criteria, basedOnVersion: 1 }),
      ...refused,
    },
    'alerts.setActive': { input: ({ searchId }) => ({ searchId, active: false }), ...refused },
    'alerts.remove': { input: ({ searchId }) => ({ searchId }), ...refused },
    'alerts.restore': { input: ({ removedId }) => ({ searchId: removedId }), ...refused },
    'alerts.setActiveOfMany': {
      input: ({ searchId }) => ({ which: { ids: [searchId] }, active: false }),
      ...hidden,
    },
    'alerts.removeMany': { input: ({ searchId }) => ({ which: { ids: [searchId] } }), ...hidden },
    'alerts.restoreMany': { input: ({ removedId }) => ({ ids: [removedId] }), ...hidden },
    'firstSend.count': {
      input: ({ searchId }) => ({ criteria, searchId }),
      ...refused,
    },
    'firstSend.reactivate': { input: ({ offId }) => ({ searchId: offId }), ...refused },
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
    'rhythm.approvals': { input: () => ({}), allowed: followsAgent, otherwise: 'hidden' },
    'rhythm.approve': { input: ({ holdId }) => ({ holdId }), ...refused },
    'rhythm.skip': { input: ({ holdId }) => ({ holdId }), ...refused },
    'rhythm.undecide': { input: ({ decidedHoldId }) => ({ holdId: decidedHoldId }), ...refused },
    'versions.list': { input: ({ searchId }) => ({ searchId }), ...refused },
    'versions.goBack': {
      input: ({ revisedId }) => ({ searchId: revisedId, version: 1, basedOnVersion: 2 }),
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
    'portal.verdictsOf': { input: ({ contactId }) => ({ contactId }), ...refused },
    'alerts.ledTo': { input: () => ({ what: 'looks' }), allowed: followsAgent, otherwise: 'hidden' },
    'alerts.performance': { allowed: followsAgent, otherwise: 'hidden' },
    'alerts.runs': { allowed: adminsOnly, otherwise: 'refused' },
    'alerts.runOf': { input: ({ jobRunId }) => ({ jobRunId }), allowed: adminsOnly, otherwise: 'refused' },
    'alerts.replayRun': { input: ({ jobRunId }) => ({ jobRunId }), allowed: adminsOnly, otherwise: 'refused' },
  },
  anybody: {
    'portal.mailHomes': {
      input: ({ token, mailId }) => ({ token, mailId }),
      wrong: ({ mailId }) => ({ token: wrongToken, mailId }),
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
