import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { startTestApp } from '../testing.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
beforeAll(async () => {
  app = await startTestApp({ startAt: new Date() })
})
afterAll(() => app.stop())

test('who asks about a home has an answerer within a minute: both get one mail, and a mail server in trouble loses neither', async () => {
  const { db, engine, smtp } = app
  const agent = await anAgent((await anOffice({}, db)).id, { fullName: 'Ann Lee' }, db)
  const home = await aPlacedListing({ listAgentId: agent.id }, db)
  const email = 'nora@example.test'
  const question = {
    ...{ requestKey: crypto.randomUUID(), listingKey: home.listingKey, kind: 'Showing' as const },
    ...{ fullName: 'Nora\tHale'.replace('\t', ' '), email, message: 'With my mother.', openForMs: 20_000 },
    proposedTimes: [new Date(Date.now() + 86_400_000)],
  }
  smtp.expect('busy')
  await Promise.all(Array.from({ length: 5 }, () => callAs(null, { db }).leads.ask(question)))
  await engine.advance('1m')
  await engine.advance('5m')

  expect(await db.contact.findMany({ where: { email } })).toMatchObject([{ agentId: agent.id, fullName: 'Nora Hale' }])
  expect(smtp.received.map(({ to }) => to).toSorted()).toEqual([agent.email, email].toSorted())
  const [toAgent] = smtp.received.filter(({ to }) => to === agent.email)
  expect(toAgent?.raw).toMatch(/^Reply-To: "?Nora Hale"? <nora@example\.test>/im)
  expect(await db.jobRun.findMany({ where: { functionId: 'take-in-inquiry' } })).toMatchObject([
    { outcome: 'good', words: 'Somebody new has an agent.' },
  ])
})
