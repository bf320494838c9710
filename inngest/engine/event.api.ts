import { createHash } from 'node:crypto'
import { encodeTime } from 'ulid'
import { z } from 'zod'
import type { Core } from './core.ts'
import { type NewEvent, storeEvents } from './events.ts'
import { isStorable, type Json, parseJson } from './json.ts'

const MAX_EVENTS = 5_000
const MAX_EVENT_BYTES = 512 * 1024

const eventSchema = z.looseObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(256)
    .refine((name) => !name.toLowerCase().startsWith('inngest/'), 'names that begin with "inngest/" are reserved'),
  id: z.string().max(256).nullish(),
  ts: z.number().int().min(0).max(8.64e15).nullish(),
  data: z.record(z.string(), z.json()).nullish(),
})

type Answer = { status: number; body: object }
const refuse = (status: number, error: string): Answer => ({ status, body: { error, status } })

/** Takes in what was posted to `/e/:key`: one event or a list. Answers once they are committed. */
export async function acceptEvents(
  { database, timeOf }: Core,
  text: string,
  seed: string | undefined,
): Promise<Answer> {
  let given: Json[]
  try {
    given = [parseJson(text)].flat()
  } catch {
    return refuse(400, 'The body is not JSON.')
  }
  if (given.length > MAX_EVENTS) return refuse(413, `A request may hold ${MAX_EVENTS} events.`)
  const events: NewEvent[] = []
  for (const [index, value] of given.entries()) {
    const parsed = eventSchema.safeParse(value)
    if (!parsed.success) return refuse(400, `Event ${index}: ${z.prettifyError(parsed.error)}`)
    if (Buffer.byteLength(JSON.stringify(value)) > MAX_EVENT_BYTES) {
      return refuse(413, `Event ${index} is larger than ${MAX_EVENT_BYTES} bytes.`)
    }
    if (!isStorable(value)) return refuse(400, `Event ${index} holds a NUL character or half of a surrogate pair.`)
    const { id, ts, data, ...rest } = parsed.data
    events.push({ ...rest, ...(id ? { id } : {}), ...(ts ? { ts: timeOf(ts) } : {}), data: data ?? {} })
  }
  if (events.length === 0) return { status: 200, body: { ids: [], status: 200 } }
  const ids = await database.alone((tx) =>
    storeEvents(tx, events, seed === undefined ? undefined : idsFrom(seed, events.length)),
  )
  return { status: 200, body: { ids, status: 200 } }
}

/** The same ids for the same seed: the SDK repeats a request whose answer was lost, with its seed. */
function idsFrom(seed: string, count: number): string[] | undefined {
  const [, millis] = /^(\d{1,15}),.+$/.exec(seed) ?? []
  if (!millis) return undefined
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from({ length: count }, (_, index) => {
    const bytes = createHash('sha256').update(`${seed},${index}`).digest()
    return encodeTime(Number(millis)) + Array.from(bytes.subarray(0, 16), (byte) => alphabet[byte % 32]).join('')
  })
}
