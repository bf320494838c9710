import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

test('an alert says when it writes next and why then, on its page and in the list, which can be narrowed by how often', async () => {
  const agent = await anAgent((await anOffice()).id)
  const contact = await aContact(agent)
  const { id: searchId } = await aSearch(agent, contact, {}, db)
  const at = new Date('2026-11-21T20:05:00Z')
  const next = async () => (await callAs(agent, { now: () => at }).alerts.byId({ searchId })).next
  expect(await next()).toMatchObject({ because: 'at-once', at: new Date('2026-11-21T20:15:00Z') })
  await callAs(agent).rhythm.set({ searchId, cadence: 'Weekly', conciergeYN: false })
  expect(await next()).toMatchObject({ because: 'cadence', at: new Date('2026-11-27T13:00:00Z'), homes: 0 })
  await callAs(agent).rhythm.set({ searchId, cadence: 'Instant', conciergeYN: true })
  expect(await next()).toMatchObject({ because: 'approval', homes: 0 })
  const stopped = { suppressedAt: at, suppressionReason: 'bounced' }
  const email = contact.email ?? ''
  await db.mailAddress.upsert({
    where: { email },
    create: { email, token: crypto.randomUUID(), ...stopped },
    update: stopped,
  })
  expect(await next()).toMatchObject({ because: 'stopped', why: 'bounced' })
  const list = (cadence: 'Instant' | 'Weekly') => callAs(agent, { now: () => at }).alerts.list({ cadence })
  expect((await list('Instant')).items).toMatchObject([{ next: { because: 'stopped' } }])
  expect((await list('Weekly')).items).toEqual([])
})
