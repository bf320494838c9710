import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf } from '#server/domain/leads/routing/digest.ts'
import type { Rules } from '#server/domain/leads/routing/routing.types.ts'
import { wereTried } from '#server/domain/leads/routing/sets/publish.service.ts'
import { failTunnel, runTunnel } from '#server/domain/leads/wind-tunnel/run-tunnel.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { startTestApp } from '../testing.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
beforeAll(async () => {
  app = await startTestApp({ startAt: new Date() })
})
afterAll(() => app.stop())

// Without asking: whether somebody says yes is drawn by the lead, and its id is another each time.
const hand = { handOver: 'assign' as const, offerMinutes: 5, ladder: { clock: 'always' as const, steps: [] } }
const draftFor = (agentId: string): Rules => ({
  rules: [
    { id: crypto.randomUUID(), name: 'All to one', when: {}, method: { kind: 'named', agentId }, reason: '', ...hand },
  ],
  fallback: { id: crypto.randomUUID(), name: 'Else', method: { kind: 'usual' }, ...hand },
  skipsBusy: true,
})

test('a draft is tried on the leads of the last months: who would have had them, and nothing else is written', async () => {
  const { db, engine } = app
  const office = await anOffice({}, db)
  const [ann, ben] = [await anAgent(office.id, {}, db), await anAgent(office.id, {}, db)]
  const admin = callAs(await aPerson(office.id, { role: 'admin' }, db), { db }).windTunnel
  const contact = await aContact(ann, { createdAt: new Date('2026-01-01') }, db)
  // Its kind is written in the database as RESO writes it: in three words.
  const home = await aPlacedListing({ propertySubType: 'SingleFamilyResidence' }, db)
  const received = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000)
  await db.inquiry.createMany({
    data: [1, 2, 3, 120].map((daysAgo) => ({
      ...{
        requestKey: crypto.randomUUID(),
        kind: 'Question' as const,
        state: 'open' as const,
        raw: {},
        fullName: 'Nora',
      },
      ...{ email: 'nora@example.test', proposedTimes: [], receivedAt: received(daysAgo), takenInAt: received(daysAgo) },
      ...{ contactId: contact.id, agentId: ann.id, because: 'default', listingId: home.id },
    })),
  })
  await expect(admin.ask()).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  expect(await admin.latest()).toBeNull()

  const rules = draftFor(ben.id)
  const digest = digestOf(rules)
  const at = new Date()
  await db.routingRuleSet.create({
    data: { state: 'draft', rules, digest, createdById: ann.id, createdAt: at, editedAt: at },
  })
  const asked = await Promise.all(Array.from({ length: 5 }, () => admin.ask()))
  expect(new Set(asked.map(({ runId }) => runId)).size).toBe(1)
  expect(await wereTried(db, digest)).toBe(false)
  await engine.advance('1m')

  expect(await wereTried(db, digest)).toBe(true)
  expect(await wereTried(db, 'another')).toBe(false)
  const run = await admin.latest()
  expect(run).toMatchObject({
    state: 'done',
    leadsReplayed: 3,
    leadsTotal: 3,
    result: { leads: 3, changed: 3, kept: 0 },
  })
  expect(run?.result?.loads.toSorted((a, b) => a.before - b.before)).toEqual([
    { agentId: ben.id, before: 0, after: 3 },
    { agentId: ann.id, before: 3, after: 0 },
  ])
  expect(run?.names).toEqual({ [ann.id]: ann.fullName, [ben.id]: ben.fullName })
  expect(run?.examples.map((example) => example.contact?.id)).toEqual([contact.id, contact.id, contact.id])
  expect(await db.inquiry.count({ where: { agentId: ann.id } })).toBe(4)
  expect(await db.routingDecision.count()).toBe(0)
  expect(await db.routingTurn.count()).toBe(0)
  expect(await db.jobRun.findMany({ where: { functionId: 'try-rules' } })).toMatchObject([
    { outcome: 'good', words: 'Of 3 leads 3 would have gone to somebody else.' },
  ])

  // Killed in the middle of another run, and run again: it begins anew, ends once, and is left alone after that.
  const deps = { db, now: () => new Date() }
  const again = await admin.ask()
  await db.windTunnelRun.update({ where: { id: again.runId }, data: { state: 'running', leadsReplayed: 2 } })
  await runTunnel(deps, again)
  await failTunnel(deps, again)
  await runTunnel(deps, again)
  expect(await admin.latest()).toMatchObject({ id: again.runId, state: 'done', leadsReplayed: 3 })

  const stopped = await admin.ask()
  await admin.stop(stopped)
  await runTunnel(deps, stopped)
  expect(await admin.latest()).toMatchObject({ state: 'failed', trouble: 'Stopped by hand.', result: null })
})
