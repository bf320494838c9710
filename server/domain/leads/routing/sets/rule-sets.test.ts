import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { readPublished } from '../in-force.ts'
import type { Rule } from '../rules.schema.ts'

let own: Awaited<ReturnType<typeof ownDatabase>>
let [owner, admin, agent]: Person[] = []
beforeAll(async () => {
  own = await ownDatabase()
  const office = await anOffice({ name: 'Mount Pleasant' }, own.db)
  owner = await aPerson(office.id, { role: 'owner' }, own.db)
  admin = await aPerson(office.id, { role: 'admin' }, own.db)
  agent = await anAgent(office.id, { fullName: 'Ann Lee' }, own.db)
})
afterAll(() => own.close())

const as = (person: Person | undefined, at?: Date) => {
  if (!person) throw new Error('nobody')
  return callAs(person, { db: own.db, ...(at ? { now: () => at } : {}) }).routing
}
const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
/** As a browser's field writes it, on the clock of the firm. */
const onWall = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'America/New_York' }).slice(0, 16).replace(' ', 'T')
const aRule = (name: string, over: Partial<Rule> = {}) => ({
  ...{ id: crypto.randomUUID(), name, when: {}, ladder: {} },
  ...{ method: { kind: 'named' as const, agentId: agent?.id ?? '' } },
  ...over,
})
/** As the wind tunnel leaves it when it has come to its end. */
const wasTried = (digest: string) => {
  const at = new Date()
  return own.db.windTunnelRun.create({
    data: {
      ...{ digest, draft: {}, fromAt: new Date(0), toAt: at, state: 'done', leadsTotal: 0, result: {} },
      ...{ askedById: owner?.id ?? '', askedAt: at, startedAt: at, finishedAt: at },
    },
  })
}
const refused = (code: string) => ({ code })

test('a draft is written by several, one after the other: an edit of what has changed since is refused', async () => {
  const [first, second] = await Promise.all([as(owner).startDraft(), as(admin).startDraft()])
  expect(first).toEqual(second)
  const [low, high, alone] = [aRule('Low'), aRule('High'), aRule('Alone')]
  const one = await as(owner).saveRule({ revision: 1, rule: low })
  await expect(as(admin).saveRule({ revision: 1, rule: high })).rejects.toMatchObject(refused('CONFLICT'))
  const two = await as(admin).saveRule({ revision: one.revision, rule: high, place: 1 })
  const three = await as(admin).saveRule({ revision: two.revision, rule: { ...low, name: 'Lower' } })
  const four = await as(admin).saveRule({ revision: three.revision, rule: alone, place: 2 })
  const five = await as(owner).moveRule({ revision: four.revision, ruleId: alone.id, place: 3 })
  const names = async () => (await as(owner).rules()).draft?.rules.map(({ rule }) => rule.name)
  expect(await names()).toEqual(['High', 'Lower', 'Alone'])
  const six = await as(owner).removeRule({ revision: five.revision, ruleId: alone.id })
  expect(await names()).toEqual(['High', 'Lower'])
  const fallback = (await as(owner).rules()).published.fallback.rule
  await expect(as(owner).removeRule({ revision: six.revision, ruleId: fallback.id })).rejects.toMatchObject(
    refused('NOT_FOUND'),
  )
  const unknown = aRule('Unknown', { method: { kind: 'pond', pondId: crypto.randomUUID() } })
  await expect(as(owner).saveRule({ revision: six.revision, rule: unknown })).rejects.toMatchObject(
    refused('BAD_REQUEST'),
  )
  const { skipsBusy } = (await as(owner).rules()).published
  await as(owner).saveSkipsBusy({ revision: six.revision, skipsBusy: false })
  expect([skipsBusy, (await as(owner).rules()).draft?.skipsBusy]).toEqual([true, false])
  expect(await names()).toEqual(['High', 'Lower'])
  const aboutPrice = aRule('Dear', { when: { price: { minCents: 90_000_000 } } })
  await expect(as(owner).saveRule({ revision: six.revision + 1, rule: aboutPrice })).rejects.toThrow('needs a reason')
})

test('two people publish what was tried; an edit ends a proposal; the way back is at once, and history stays', async () => {
  const { revision } = await as(owner).startDraft()
  await expect(as(admin).publish({ revision })).rejects.toMatchObject(refused('PRECONDITION_FAILED'))
  const { digest } = await as(owner).propose({ revision })
  await expect(as(admin).publish({ revision })).rejects.toThrow('wind tunnel')
  await wasTried(digest)
  await expect(as(owner).publish({ revision })).rejects.toMatchObject(refused('FORBIDDEN'))
  const edited = await as(admin).saveRule({ revision, rule: aRule('One more') })
  await expect(as(admin).publish(edited)).rejects.toThrow('Nobody has proposed')
  const again = await as(owner).propose({ revision: edited.revision })
  await wasTried(again.digest)
  const at = Promise.allSettled([as(admin).publish(edited), as(admin).publish(edited)])
  expect((await at).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

  const { published, draft, history } = await as(owner).rules()
  expect(published).toMatchObject({ version: 2, proposedBy: { id: owner?.id }, publishedBy: { id: admin?.id } })
  expect(draft).toBeNull()
  expect(history.map(({ version, state }) => [version, state])).toEqual([
    [2, 'published'],
    [1, 'retired'],
  ])
  expect(await as(admin).rollBack({ version: 1, why: 'Too many leads for one agent.' })).toEqual({ version: 3 })
  expect((await as(owner).rules()).published).toMatchObject({ version: 3, rolledBackTo: 1, rules: [] })
  await expect(as(admin).rollBack({ version: 3, why: 'Again.' })).rejects.toMatchObject(refused('PRECONDITION_FAILED'))
  const deeds = await own.db.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 2 })
  expect(deeds.map(({ action }) => action)).toEqual(['rulesRolledBack', 'rulesPublished'])
})

test('rules take effect at their time, by themselves; until then they can be taken back, and a way back takes them back', async () => {
  const start = (await as(owner).rules()).published
  /** A draft by one, tried, and published by the other for a time of the firm's clock. */
  const publishFor = async (from: string | null, name: string) => {
    const { revision } = await as(owner).startDraft()
    const edited = await as(owner).saveRule({ revision, rule: aRule(name) })
    const { digest } = await as(owner).propose(edited)
    await wasTried(digest)
    return as(admin).publish({ ...edited, from })
  }
  const namesAt = async (at: Date) => (await readPublished(own.db, at)).rules.rules.map(({ name }) => name)

  await expect(publishFor(onWall(hours(-1)), 'Yesterday')).rejects.toMatchObject(refused('BAD_REQUEST'))
  const { version } = await as(admin).publish({ revision: 2, from: onWall(hours(48)) })
  expect(await as(owner).rules()).toMatchObject({ published: { version: start.version }, scheduled: { version } })
  expect([await namesAt(hours(47)), await namesAt(hours(48))]).toEqual([[], ['Yesterday']])
  await expect(publishFor(null, 'At once')).rejects.toThrow(`Version ${version} takes effect`)
  expect(await as(admin).takeBack()).toEqual({ version })
  expect(await namesAt(hours(49))).toEqual([])

  const later = await as(admin).publish({ revision: 2, from: onWall(hours(48)) })
  await as(admin).rollBack({ version: 2, why: 'It was better.' })
  expect(await namesAt(hours(49))).toEqual(['High', 'Lower', 'One more'])
  expect((await as(owner).rules()).scheduled).toBeNull()
  expect(later.version).toBeGreaterThan(version)
})

test('what takes effect is written down by whoever changes the rules next', async () => {
  const { revision } = await as(owner).startDraft()
  const { digest } = await as(owner).propose({ revision })
  await wasTried(digest)
  const { version } = await as(admin).publish({ revision, from: onWall(hours(48)) })
  const after = as(admin, hours(49))
  expect((await after.rules()).published).toMatchObject({ version })
  await after.rollBack({ version: 1, why: 'It was better.' })
  const sets = await own.db.routingRuleSet.findMany({
    where: { version: { gte: version } },
    orderBy: { version: 'asc' },
  })
  expect(sets.map(({ state }) => state)).toEqual(['retired', 'published'])
})

test('the database itself keeps two people apart, and what was published as it was', async () => {
  const set = await own.db.routingRuleSet.findFirstOrThrow({ where: { version: 2 } })
  const { id: _, version: __, rules, ...copy } = set
  const alone = own.db.routingRuleSet.create({
    data: { ...copy, version: 99, rules: rules ?? {}, proposedById: set.publishedById },
  })
  await expect(alone).rejects.toThrow('two_people_publish')
  const changed = own.db.routingRuleSet.update({ where: { id: set.id }, data: { digest: '0'.repeat(64) } })
  await expect(changed).rejects.toThrow('violated')
  await expect(own.db.routingRuleSet.delete({ where: { id: set.id } })).rejects.toThrow('violated')
})
