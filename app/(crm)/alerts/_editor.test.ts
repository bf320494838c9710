import { expect, test } from 'vitest'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { milesBetween } from '#server/domain/listings/listings.tokens.ts'
import { NOBODY_ELSE } from './_audience.ts'
import { ringOf } from './_circle.ts'
import { readCriteria } from './_criteria-url.ts'
import { AT_ONCE, anyCriteria, type CriteriaDraft, type Draft } from './_draft.ts'
import { parseDraft, problemsOf } from './_draft-check.ts'
import { eventHints } from './_event-hints.words.ts'
import { stateOf } from './_states.words.ts'
import { suggestName } from './_suggest-name.words.ts'

const contact = { id: crypto.randomUUID(), fullName: 'Ann Lee', email: null }
const draft = (over: Partial<Draft> = {}): Draft => ({
  ...{ contact, name: null, criteria: anyCriteria, rhythm: AT_ONCE, basedOnVersion: 0 },
  ...{ audience: NOBODY_ELSE, firstSend: false },
  ...over,
})

test('criteria that nobody chose are what the schema makes of nothing', () => {
  expect(anyCriteria).toEqual(criteriaSchema.parse({}))
})

test.each([
  [{}, 'All homes on the coast'],
  [{ citySlugs: ['mount-pleasant'], listPriceMax: 600_000, bedroomsMin: 3 }, 'Mount Pleasant, 3+ beds, to $600k'],
  [{ citySlugs: ['beaufort'], postalCodes: ['29464'] }, 'Beaufort and 29464'],
  [{ citySlugs: ['beaufort', 'bluffton', 'okatie'] }, 'Beaufort and 2 more places'],
  [{ radius: { latitude: 32, longitude: -80, miles: 5 } }, '5 miles around a point'],
  [{ subdivisions: ['belle-hall'] }, 'Belle Hall'],
  [{ polygons: [[]] }, 'A drawn area'],
  [{ propertySubTypes: ['Condominium' as const], listPriceMin: 1_250_000 }, 'Condos, from $1.25M'],
])('the criteria %j are called "%s" until somebody types a name', (over, name) => {
  expect(suggestName({ ...anyCriteria, ...over })).toBe(name)
})

test('the address of the listings page becomes criteria; what makes no sense is left out', () => {
  const address =
    'listPriceMax=600000&bathroomsMin=2.5&citySlugs=beaufort,..%2F,mount-pleasant&postalCodes=29464,1&q=oak'
  expect(readCriteria(new URLSearchParams(address))).toEqual({
    ...anyCriteria,
    ...{ listPriceMax: 600_000, bathroomsMin: 2.5, citySlugs: ['beaufort', 'mount-pleasant'], postalCodes: ['29464'] },
  })
  const more = 'lotSizeMin=5000&yearBuiltMin=2000&features=Pool,Moat,Dock&keywords=live oaks,rooftop&subdivisions=i-on'
  expect(readCriteria(new URLSearchParams(more))).toEqual({
    ...anyCriteria,
    ...{ lotSizeMin: 5_000, yearBuiltMin: 2000, features: ['Pool', 'Dock'] },
    ...{ keywords: ['live oaks', 'rooftop'], subdivisions: ['i-on'] },
  })
  expect(
    readCriteria(new URLSearchParams('statuses=Closed,ComingSoon&propertySubTypes=Castle,Townhouse')),
  ).toMatchObject({ statuses: ['ComingSoon'], propertySubTypes: ['Townhouse'] })
  expect(readCriteria(new URLSearchParams('statuses=Closed&listPriceMin=cheap'))).toEqual(anyCriteria)
})

test.each<[Partial<CriteriaDraft>, string[]]>([
  [{ events: ['MovedIntoRange'] }, ['set a price from or to.']],
  [{ events: ['MovedIntoRange'], listPriceMax: 500_000 }, []],
  [{ events: ['StatusChange'] }, ['pick those under Status, too.']],
  [{ events: ['StatusChange'], statuses: ['Active', 'Pending'] }, []],
  [{ events: ['New', 'OpenHouse'] }, []],
])('a reason that can never come true says what to change: %j', (over, ends) => {
  const hints = eventHints({ ...anyCriteria, ...over })
  expect(hints.map((hint, index) => hint.endsWith(ends[index] ?? '?'))).toEqual(ends.map(() => true))
})

test('each field says what to do', () => {
  expect(problemsOf(draft())).toEqual({})
  expect(problemsOf(draft({ contact: null, name: ' ' }))).toEqual({
    contact: 'Pick the person who should get the mails.',
    name: 'Give the alert a name, or clear the field to take ours.',
  })
  const criteria = { ...anyCriteria, listPriceMin: 2, listPriceMax: 1, events: [], postalCodes: ['29464', '2946'] }
  expect(problemsOf(draft({ criteria }))).toEqual({
    listPriceMax: 'The lowest price is above the highest.',
    events: 'Pick at least one reason to write.',
    postalCodes: 'A zip code has five digits.',
  })
})

test('a half-typed draft survives a reload, and what is no draft is none', () => {
  const half = draft({ name: '', criteria: { ...anyCriteria, events: [], postalCodes: ['29'] } })
  expect(parseDraft(JSON.stringify(half))).toEqual(half)
  for (const text of [null, '', '{', '{}', '[1]', JSON.stringify({ ...half, contact: 7 })]) {
    expect(parseDraft(text)).toBeNull()
  }
})

test.each([
  [{ activeYN: true, reason: 'Started' as const }, ['On', null]],
  [{ activeYN: true, reason: 'ReActivated' as const, stopped: 'unsubscribed' }, ['Stopped', /no more mails/]],
  [
    { activeYN: true, reason: 'Started' as const, pausedUntil: new Date('2999-12-21T12:00:00Z') },
    ['Paused', /until Dec 21/],
  ],
  [{ activeYN: true, reason: 'Started' as const, pausedUntil: new Date('2020-12-21T12:00:00Z') }, ['On', null]],
  [{ activeYN: false, reason: 'ClientDisabled' as const, stopped: 'unsubscribed' }, ['Off', /themselves/]],
  [{ activeYN: false, reason: 'AgentDisabled' as const, reasonNote: 'In the old system.' }, ['Off', /old system/]],
  [{ activeYN: false, reason: 'NoOneToSendTo' as const }, ['No address', /e-mail/]],
])('the state %j is told in plain words', (over, [label, why]) => {
  const state = stateOf({ reasonNote: null, stopped: null, ...over })
  expect(state.label).toBe(label)
  if (why === null) expect(state.why).toBeNull()
  else expect(state.why).toMatch(why ?? '')
})

test('the circle on the map is as wide as the one that matches', () => {
  const circle = { latitude: 32.78, longitude: -79.94, miles: 12 }
  const ring = ringOf(circle)
  expect(ring.at(-1)).toEqual(ring[0])
  for (const [longitude, latitude] of ring) expect(milesBetween(circle, { latitude, longitude })).toBeCloseTo(12, 6)
})

test('who else gets it is complained of where they stand, and the agent has to say that they asked', () => {
  const one = { name: 'Bob', email: 'bob@example.test', kind: 'To', isNew: true } as const
  const people = (over: Partial<Draft['audience']>) => problemsOf(draft({ audience: { ...NOBODY_ELSE, ...over } }))
  expect(people({ recipients: [one], theyAsked: true })).toEqual({})
  expect(people({ recipients: [{ ...one, isNew: false }] })).toEqual({})
  expect(people({ recipients: [one] })).toEqual({
    'recipients.theyAsked': 'Tick this when they asked for it, or take them off.',
  })
  expect(people({ recipients: [one, { ...one, name: ' ' }, { ...one, email: 'bob' }], theyAsked: true })).toEqual({
    'recipients.1.name': 'Say who they are.',
    'recipients.1.email': 'They stand here already.',
    'recipients.2.email': 'Write it like name@example.com.',
  })
})
