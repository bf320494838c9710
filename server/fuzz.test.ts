import { expect, test } from 'vitest'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { fuzzRouter } from '#server/testing/fuzz.ts'

const CALLS = 1_500

test('whatever is sent to a procedure, the answer is a refusal in our own words and never a breakdown', async () => {
  const { db, close } = await ownDatabase()
  const office = await anOffice({}, db)
  const owner = await aPerson(office.id, { role: 'owner' }, db)
  const agent = await anAgent(office.id, {}, db)
  const contact = await aContact(agent, {}, db)
  const search = await aSearch(agent, contact, {}, db)
  const home = await aPlacedListing({}, db)
  await aListingEvent(home, {}, db)
  const ids = [office.id, agent.id, contact.id, search.id, home.id]
  const { broken, byStatus } = await fuzzRouter({ db, person: owner, ids, calls: CALLS, seed: 4 })
  await close()
  expect(broken).toEqual([])
  // Not all of it is stopped at the door: what passes the parser is tried, too.
  expect(byStatus[200]).toBeGreaterThan(CALLS / 20)
}, 180_000)
