import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { readRows } from './read-rows.service.ts'

const unique = () => crypto.randomUUID().slice(0, 8)
const deps = { db, now: () => new Date() }

let admin: Person
let agent: Person
beforeAll(async () => {
  const office = await anOffice()
  admin = await aPerson(office.id, { role: 'admin' })
  agent = await anAgent(office.id)
})

/** 51 good rows, one of them twice; one that is an advertisement, and two that are no leads. */
function aFile() {
  const mark = unique()
  const good = Array.from(
    { length: 51 },
    (_, index) => `Person ${index};p${index}-${mark}@example.test;;"$${index + 1}00,000"`,
  )
  const spam = `Bo Ray;spam-${mark}@example.test;SEO and backlinks https://a.example www.b.example;`
  const bad = ['Nobody;;;', `see www.x.example;x-${mark}@example.test;;`]
  const content = ['\uFEFFFull Name;E-mail address;Comments;Budget', ...good, good[3], spam, ...bad].join('\r\n')
  return { mark, content }
}
const files = () => callAs(admin).leadFiles
async function bring(content: string, sourceId: string | null = null) {
  const { mapping } = await files().preview({ content })
  const { id } = await files().bring({ content, mapping, fileName: 'leads.csv', sourceId })
  return id
}
async function readAll(importId: string) {
  // Two workers at once, as after a crash: each row is dealt with once.
  for (let left = true; left; ) {
    const [one, other] = await Promise.all([readRows(deps, { importId }), readRows(deps, { importId })])
    left = !one.isDone && !other.isDone
  }
  return files().one({ importId })
}
const leadsOf = (mark: string) => db.inquiry.findMany({ where: { email: { endsWith: `-${mark}@example.test` } } })

test('a preview reads the columns by their names, and says of each row what is wrong with it; it writes nothing', async () => {
  const { mark, content } = aFile()
  const preview = await files().preview({ content })
  expect(preview).toMatchObject({
    ...{ headings: ['Full Name', 'E-mail address', 'Comments', 'Budget'], rows: 55, good: 53, refused: 2 },
    mapping: ['name', 'email', 'message', 'price'],
  })
  expect(preview.problems.map(({ row }) => row)).toEqual([54, 55])
  const otherwise = await files().preview({ content, mapping: ['name', null, null, null] })
  expect(otherwise.good).toBe(0)
  expect(await leadsOf(mark)).toEqual([])
  await expect(files().preview({ content: 'name,email' })).rejects.toThrow('no row')
  await expect(files().preview({ content: `a\n${'x\n'.repeat(10_001)}` })).rejects.toThrow('10,000')
})

test('a file becomes leads once, however often it is read or brought', async () => {
  const { mark, content } = aFile()
  const first = await readAll(await bring(content))
  expect(first).toMatchObject({ rowCount: 55, rowsDone: 55, taken: 51, known: 1, held: 1, refused: 2 })
  expect(first.problems.map(({ row }) => row)).toEqual([54, 55])
  const leads = await leadsOf(mark)
  expect(leads).toHaveLength(51)
  expect(leads.find(({ fullName }) => fullName === 'Person 4')).toMatchObject({
    ...{ door: 'csv', state: 'received', priceCents: 50_000_000n, kind: 'General' },
  })
  const again = await readAll(await bring(content.replaceAll('\r\n', '\n')))
  expect(again).toMatchObject({ taken: 0, known: 53, held: 0, refused: 2 })
  expect(await leadsOf(mark)).toHaveLength(51)
})

test('a file is taken apart once, and its rows wait for their turn; what is dealt with is gone', async () => {
  const { mark, content } = aFile()
  const importId = await bring(content)
  const waiting = () => db.leadImportRow.count({ where: { importId } })
  expect(await waiting()).toBe(0)
  await readRows(deps, { importId })
  expect(await waiting()).toBe(5)
  await db.leadImport.update({ where: { id: importId }, data: { content: new Uint8Array(Buffer.from('not a file')) } })
  expect(await readRows(deps, { importId })).toEqual({ isDone: true })
  expect([await waiting(), (await leadsOf(mark)).length]).toEqual([0, 51])
})

test('a file says whose a lead is only where its source is trusted with it', async () => {
  const about = { defaultLeadType: null, defaultTags: [], perMinute: 60, allowedOrigins: [], door: 'csv' as const }
  const named = async (trustsNamedAgent: boolean) => {
    const key = `files-${unique()}`
    const { id } = await callAs(admin).sources.add({ ...about, trustsNamedAgent, key, name: key })
    const email = `named-${unique()}@example.test`
    await readAll(await bring(`name,email,agentEmail\nRosa Diaz,${email},${agent.email}`, id))
    return (await db.inquiry.findFirstOrThrow({ where: { email } })).namedAgentId
  }
  expect([await named(true), await named(false)]).toEqual([agent.id, null])
})

test('a lead that an agent writes down is one lead, and theirs when they say so', async () => {
  const email = `hand-${unique()}@example.test`
  const order = {
    requestKey: crypto.randomUUID(),
    fields: { name: 'Rosa Diaz', email, leadType: 'seller' },
    sourceId: null,
  }
  const added = await Promise.all(
    Array.from({ length: 5 }, () => callAs(agent).arrivals.add({ ...order, isMine: true })),
  )
  expect(new Set(added.map(({ inquiryId }) => inquiryId)).size).toBe(1)
  expect(await db.inquiry.findMany({ where: { email } })).toMatchObject([
    { door: 'hand', state: 'received', namedAgentId: agent.id, leadType: 'Seller', kind: 'General' },
  ])
  const unreachable = { ...order, requestKey: crypto.randomUUID(), fields: { name: 'Nobody' }, isMine: false }
  await expect(callAs(agent).arrivals.add(unreachable)).rejects.toThrow('needed')
})
