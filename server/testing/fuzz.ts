import superjson from 'superjson'
import { z } from 'zod'
import type { RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import { trpcHandlerOn } from '#server/trpc/http.ts'
import { appRouter } from '#server/trpc/root.ts'
import { createRandom, type Random } from '#world/random.ts'
import { sample, shapeOf, spoil } from './fuzz-inputs.ts'
import { sessionCookieFor } from './session.ts'

type Options = { db: RootDb; person: { id: string }; ids: readonly string[]; calls: number; seed: number }
export type Fuzzed = { calls: number; byStatus: Record<number, number>; broken: string[] }

/** A session that a call has ended is opened anew after so many calls. */
const SIGN_IN_EVERY = 40
/** What a database, its driver or a stack trace would write, and no page does. */
const TOLD_TOO_MUCH =
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b|prisma|invocation|ECONN|\.tsx?:\d|node_modules/i

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  type: z.object({ type: z.string() }).parse(Object(procedure)._def).type,
  shape: shapeOf(procedure),
}))

/** superjson writes no key that its reader has to fear; somebody who means harm writes the JSON by hand. */
function writeByHand(input: unknown) {
  const text = JSON.stringify(input, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? 'null'
  return { json: JSON.parse(text) as unknown }
}

function write(input: unknown): { json: unknown; meta?: unknown } {
  try {
    return superjson.serialize(input)
  } catch {
    return writeByHand(input)
  }
}

/** The wire form, now and then with annotations that name what is not there. */
function toWire(input: unknown, random: Random) {
  const wire = write(input)
  if (!random.chance(0.03)) return wire
  const place = random.pick(['__proto__.x', 'a.b.c', 'constructor', '0', ''])
  const values = Object.fromEntries([[place, [random.pick(['Date', 'set', 'bigint', 'regexp', 'URL', 'nonsense'])]]])
  return { json: wire.json, meta: { values, referentialEqualities: { a: ['b.c'] } } }
}

/** Calls every procedure in turn with spoilt inputs, as a browser would, and tells each answer that says too much. */
export async function fuzzRouter({ db, person, ids, calls, seed }: Options): Promise<Fuzzed> {
  const handle = trpcHandlerOn(db)
  const random = createRandom(seed)
  const result: Fuzzed = { calls: 0, byStatus: {}, broken: [] }
  let cookie = ''
  for (let call = 0; call < calls; call += 1) {
    if (call % SIGN_IN_EVERY === 0) {
      const { name, value } = await sessionCookieFor(person, { db })
      cookie = `${name}=${value}`
    }
    const { path, type, shape } = procedures[call % procedures.length] ?? random.pick(procedures)
    const times = random.chance(0.1) ? 3 : 1
    const inputs = Array.from({ length: times }, () => spoil(shape ? sample(shape, ids, random) : {}, random))
    const isBatch = times > 1 || random.chance(0.1)
    const body = JSON.stringify(
      isBatch
        ? Object.fromEntries(inputs.map((input, index) => [index, toWire(input, random)]))
        : toWire(inputs[0], random),
    )
    const url = new URL(`/api/trpc/${Array(times).fill(path).join(',')}`, env.APP_URL)
    if (isBatch) url.searchParams.set('batch', '1')
    const headers = { 'content-type': 'application/json', origin: env.APP_URL, cookie }
    if (type === 'query') url.searchParams.set('input', body)
    const answer = await handle(new Request(url, type === 'query' ? { headers } : { method: 'POST', headers, body }))
    const text = await answer.text()
    result.calls += times
    result.byStatus[answer.status] = (result.byStatus[answer.status] ?? 0) + 1
    // A batch answers 207 and hides the status of each call in its body.
    const isBroken = answer.status >= 500 || text.includes('"httpStatus":500')
    if (isBroken || (answer.status !== 200 && TOLD_TOO_MUCH.test(text))) {
      result.broken.push(`${path} (${answer.status}) ${body.slice(0, 300)} -> ${text.slice(0, 200)}`)
    }
  }
  return result
}
