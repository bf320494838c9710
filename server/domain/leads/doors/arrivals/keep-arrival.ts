import { createHash } from 'node:crypto'
import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { newId } from '#server/ids.ts'
import type { Admitted, Came } from './arrivals.types.ts'

/** The same words from the same source a day later are said anew: somebody asks again. */
const SAME_BODY_MS = 24 * 3_600_000

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return new Uint8Array(hash.digest())
}

/** What makes two of a source's one. */
export const dedupeKeyOf = ({ door, source, senderId, body }: Came, after = '') =>
  senderId === null ? sha256('body', source?.id ?? door, after, body) : sha256('id', source?.id ?? door, senderId)

const findByKey = (tx: Db, dedupeKey: Uint8Array<ArrayBuffer>) =>
  tx.leadArrival.findUnique({ where: { dedupeKey }, select: { id: true, receivedAt: true } })

/** The key under which it is to be kept: behind an equal body of days ago it takes the next one. */
async function freeKey(tx: Db, came: Came) {
  const key = dedupeKeyOf(came)
  if (came.senderId !== null) return key
  const earlier = await findByKey(tx, key)
  if (!earlier || came.at.getTime() - earlier.receivedAt.getTime() < SAME_BODY_MS) return key
  return dedupeKeyOf(came, came.at.toISOString().slice(0, 10))
}

/** The very same bytes, of the same sender, were kept a moment ago: whoever heard no answer sends them again. */
export async function cameJustNow(db: Db, came: Came, withinMs: number): Promise<boolean> {
  const earlier = await db.leadArrival.findUnique({
    where: { dedupeKey: await freeKey(db, came) },
    select: { body: true, receivedAt: true },
  })
  if (!earlier || came.at.getTime() - earlier.receivedAt.getTime() > withinMs) return false
  return Buffer.from(earlier.body).equals(came.body)
}

export type KeptAs = Pick<
  Prisma.LeadArrivalUncheckedCreateInput,
  'state' | 'reason' | 'draft' | 'importId' | 'importRow'
>

/**
 * Keeps what stands at a door, to the byte, before anybody reads it. Of five equal ones at once the first is kept, and
 * the others are told its id: they wait for its transaction.
 */
export async function keepArrival(tx: Db, came: Came, as: KeptAs = { state: 'received' }): Promise<Admitted> {
  const { door, source, body, contentType, networkHash, at } = came
  const dedupeKey = await freeKey(tx, came)
  const id = newId()
  const { count } = await tx.leadArrival.createMany({
    data: {
      ...{ id, door, sourceId: source?.id ?? null, body, contentType: contentType.slice(0, 200), dedupeKey },
      ...{ networkHash, receivedAt: at, ...as },
    },
    skipDuplicates: true,
  })
  if (count === 1) return { arrivalId: id, isRepeated: false }
  const kept = await findByKey(tx, dedupeKey)
  if (!kept) throw new Error('What came twice at once went away in between.')
  return { arrivalId: kept.id, isRepeated: true }
}
