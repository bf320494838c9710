import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Book, Caller, Member, PreparedMember, SubjectRights } from '#server/testing/rights.ts'
import { CALLERS } from '#server/testing/rights.ts'
import { type Answer, callerOn } from '#server/testing/rights-calls.ts'
import { watchWrites } from '#server/testing/rights-watch.ts'
import { openRightsWorld, type RightsWorld } from '#server/testing/rights-world.ts'
import { appRouter } from './trpc/root.ts'

const domain = new URL('./domain/', import.meta.url)
const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rights.ts'))
const subjects: SubjectRights[] = await Promise.all(
  files.map(async (name) => (await import(new URL(name, domain).href)).default),
)
const members = Object.assign({}, ...subjects.map((subject) => subject.members)) as SubjectRights['members']
const anybody = Object.assign({}, ...subjects.map((subject) => subject.anybody)) as SubjectRights['anybody']
const typeOf = (procedure: unknown) =>
  z.object({ type: z.enum(['query', 'mutation', 'subscription']) }).parse(Object(procedure)._def).type
const types = Object.fromEntries(
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => [path, typeOf(procedure)]),
)
const REFUSALS = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND']
/** Whose own rows prove that a refusal is about whose rows they are, not about everybody. */
const twins = { colleague: 'agent', awayAgent: 'agent', awayManager: 'manager', assistant: 'ownAssistant' } as const

let world: RightsWorld
let watch: Awaited<ReturnType<typeof watchWrites>>
let call: ReturnType<typeof callerOn>
const cookies = new Map<Caller, string | null>()

beforeAll(async () => {
  world = await openRightsWorld()
  call = callerOn(world.db)
  for (const caller of CALLERS) cookies.set(caller, await world.cookieOf(caller))
  watch = await watchWrites(world.db)
})
afterAll(() => world.close())

const ask = (path: string, caller: Caller, inputs: unknown[]) =>
  call({ path, type: types[path] ?? '', cookie: cookies.get(caller) ?? null, inputs })
/** Whoever reads changes nothing, so all of them may be asked about the same rows. */
const rowsFor = (path: string) => (types[path] === 'query' ? 'shared' : 'fresh')
const leaks = (answers: Answer[]) => answers.filter(({ text }) => text.includes(world.foreign.marker))
const codes = (answers: Answer[]) => answers.map(({ code }) => code)

/** The foreign input alone, and between two others in one batch: a batch is no way around. */
async function expectKeptOut(path: string, caller: Caller, row: PreparedMember, foreign: unknown) {
  const isStranger = caller === 'anonymous' || caller === 'removed'
  await watch.touched()
  for (const inputs of [[foreign], [foreign, foreign, foreign]]) {
    const answers = await ask(path, caller, inputs)
    expect(leaks(answers), `${caller} was shown foreign rows`).toEqual([])
    if (isStranger) expect(codes(answers)).toEqual(inputs.map(() => 'UNAUTHORIZED'))
    else if (row.otherwise === 'refused') for (const code of codes(answers)) expect(REFUSALS).toContain(code)
    else expect(codes(answers)).toEqual(inputs.map(() => 'OK'))
    if (isStranger || row.otherwise !== 'own') expect(await watch.touched(), `${caller} changed rows`).toEqual([])
  }
}

async function expectLetIn(path: string, caller: Member, row: PreparedMember, book: Book) {
  const [answer] = await ask(path, caller, [await row.prepare(book, rowsFor(path))])
  expect(answer, `${caller} is allowed, and was refused`).toMatchObject({ code: 'OK' })
  return answer
}

/** Their own rows, and in the same request a foreign one that must stay shut. */
async function expectTwin(path: string, caller: keyof typeof twins, row: PreparedMember) {
  const mayOwn = row.allowed.includes(twins[caller]) && !row.allowed.includes(caller)
  if (!mayOwn || row.otherwise === 'own') return
  const own = world.ownBooks[caller === 'awayAgent' || caller === 'awayManager' ? 'awayAgent' : 'colleague']
  const rows = rowsFor(path)
  const answers = await ask(path, caller, [await row.prepare(own, rows), await row.prepare(world.foreign, rows)])
  expect(answers[0], `${caller} was refused their own rows`).toMatchObject({ code: 'OK' })
  expect(leaks(answers), `${caller} was shown foreign rows beside their own`).toEqual([])
  if (row.otherwise === 'refused') expect(REFUSALS).toContain(answers[1]?.code)
}

test('every procedure has a row, and every row a procedure', () => {
  expect(Object.keys({ ...members, ...anybody }).sort()).toEqual(Object.keys(types).sort())
})

test('the watch sees a change, and forgets one that was rolled back', async () => {
  await watch.touched()
  await world.db.office.update({ where: { id: world.foreign.office.id }, data: { phone: '1' } })
  expect(await watch.touched()).toEqual(['office'])
  const rolledBack = world.db.$transaction(async (tx) => {
    await tx.office.update({ where: { id: world.foreign.office.id }, data: { phone: '2' } })
    throw new Error('back')
  })
  await expect(rolledBack).rejects.toThrow('back')
  expect(await watch.touched()).toEqual([])
})

describe('who is signed in', () => {
  test.each(Object.keys(members))('%s', { timeout: 60_000 }, async (path) => {
    const row = members[path]
    if (!row) throw new Error('no row')
    // Once for all of them: whoever is kept out changes nothing. Rows of one's own are one's own each time.
    const rows = rowsFor(path)
    const foreign = await row.prepare(world.foreign, rows)
    for (const caller of CALLERS) {
      if (row.allowed.some((member) => member === caller)) continue
      await expectKeptOut(path, caller, row, row.otherwise === 'own' ? await row.prepare(world.foreign, rows) : foreign)
    }
    for (const caller of row.allowed) await expectLetIn(path, caller, row, world.foreign)
    await expectTwin(path, 'colleague', row)
    await expectTwin(path, 'assistant', row)
    await expectTwin(path, 'awayAgent', row)
    await expectTwin(path, 'awayManager', row)
  })
})

describe('who holds a link', () => {
  test.each(Object.keys(anybody))('%s', { timeout: 60_000 }, async (path) => {
    const row = anybody[path]
    if (!row) throw new Error('no row')
    const { right, wrong } = await row.prepare(world.foreign)
    await watch.touched()
    const refused = await ask(path, 'anonymous', [wrong, wrong])
    expect(leaks(refused)).toEqual([])
    if (row.wrongIs === 'refused') for (const code of codes(refused)) expect(REFUSALS).toContain(code)
    else expect(codes(refused)).toEqual(['OK', 'OK'])
    expect((await watch.touched()).filter((table) => !row.mayTouch?.includes(table))).toEqual([])
    expect(codes(await ask(path, 'anonymous', [right]))).toEqual(['OK'])
  })
})
