import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { criteriaSchema } from '../searches.schema.ts'

async function aRevisedSearch() {
  const office = await anOffice()
  const agent = await anAgent(office.id)
  const colleague = await anAgent(office.id, { role: 'manager' })
  const contact = await aContact(agent)
  const { id: searchId } = await aSearch(agent, contact, { postalCodes: ['29464'], listPriceMax: 550_000 }, db)
  await callAs(colleague).alerts.revise({
    ...{ searchId, name: 'A search', basedOnVersion: 1 },
    criteria: criteriaSchema.parse({ postalCodes: ['29464'], listPriceMax: 600_000 }),
  })
  return { agent, colleague, contact, searchId, versions: callAs(agent).versions }
}
type Mailed = { email: string | null; searchId: string; version: number; sent?: boolean }

async function aMail({ email, searchId, version, sent = true }: Mailed) {
  const id = crypto.randomUUID()
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const slot = new Date(Date.now() + Math.random() * 1e9)
  const run = await db.alertRun.create({ data: { jobRunId: id, slot, feedFrom: 0, feedTo: 0, ...counts } })
  const recipient = email ?? ''
  const lines = [crypto.randomUUID(), crypto.randomUUID()]
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient, dedupeKey: id, messageId: id, subject: 'New: 3 Osprey Court' },
      ...(sent ? { state: 'sent' as const, sentAt: new Date() } : { state: 'failed' as const }),
      body: { create: { html: '', text: 'x' } },
      alertMail: {
        create: {
          ...{ runId: run.id, slot, recipient, searchIds: [searchId, searchId], versions: [version, version] },
          ...{ eventIds: lines, listingIds: lines, kinds: ['New', 'New'] },
        },
      },
    },
  })
  return id
}

test('the versions of an alert say who changed what, and which mails left under each', async () => {
  const { agent, colleague, contact, searchId, versions } = await aRevisedSearch()
  await aMail({ email: contact.email, searchId, version: 1 })
  const last = await aMail({ email: contact.email, searchId, version: 1 })
  await aMail({ email: contact.email, searchId, version: 2, sent: false })

  const { items, currentVersion, nextCursor } = await versions.list({ searchId })
  expect([currentVersion, nextCursor]).toEqual([2, undefined])
  expect(items).toMatchObject([
    {
      ...{ version: 2, by: colleague.fullName, summary: 'Homes in 29464, up to $600,000', mails: null },
      changes: [{ of: 'price', now: 'up to $600,000', was: 'up to $550,000' }],
    },
    { version: 1, by: agent.fullName, changes: [], isFirst: true, mails: { mails: 2, lastMailId: last } },
  ])
})

test('going back makes a new version with the old wishes, by the same rules as a change, and can be taken back', async () => {
  const { agent, searchId, versions } = await aRevisedSearch()
  expect(await versions.goBack({ searchId, version: 1, basedOnVersion: 2 })).toMatchObject({ id: searchId, version: 3 })
  const after = await callAs(agent).alerts.byId({ searchId })
  expect(after).toMatchObject({ currentVersion: 3, criteria: { listPriceMax: 550_000 }, reason: 'Revised' })
  expect(await db.savedSearchToken.findMany({ where: { searchId } })).toMatchObject([{ token: 'zip:29464' }])
  await expect(versions.goBack({ searchId, version: 1, basedOnVersion: 3 })).rejects.toThrow('just that already')
  await expect(versions.goBack({ searchId, version: 2, basedOnVersion: 2 })).rejects.toThrow('Somebody else')
  await expect(versions.goBack({ searchId, version: 9, basedOnVersion: 3 })).rejects.toThrow('This version')
  await versions.goBack({ searchId, version: 2, basedOnVersion: 3 })
  expect((await versions.list({ searchId })).items.map(({ changes }) => changes.length)).toEqual([1, 1, 1, 0])
})

test('a long history comes in pages, each change held against the version before it', async () => {
  const { agent, searchId, versions } = await aRevisedSearch()
  for (let version = 2; version < 12; version += 1) {
    const criteria = criteriaSchema.parse({ bedroomsMin: version })
    await callAs(agent).alerts.revise({ searchId, name: 'A search', criteria, basedOnVersion: version })
  }
  const first = await versions.list({ searchId })
  const rest = await versions.list({ searchId, cursor: first.nextCursor })
  expect(first.items.at(-1)?.changes).not.toEqual([])
  expect([...first.items, ...rest.items].map(({ version }) => version)).toEqual(
    Array.from({ length: 12 }, (_, index) => 12 - index),
  )
  expect(rest.nextCursor).toBeUndefined()
})
