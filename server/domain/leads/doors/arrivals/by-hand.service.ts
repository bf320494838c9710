import type { Context } from '#server/context.ts'
import { findSource } from '../sources/sources.queries.ts'
import type { AddByHandInput } from './arrivals.schema.ts'
import { draftOf } from './arrivals.service.ts'
import { keepArrival } from './keep-arrival.ts'
import { writeLead } from './write-lead.ts'

/** A lead that somebody here was told of: by telephone, over a fence. One request key is one lead. */
export async function addByHand({ db, actor, now }: Context, input: AddByHandInput) {
  const { requestKey, fields, sourceId, isMine } = input
  const at = now()
  const draft = draftOf(fields)
  const source = sourceId ? await findSource(db, sourceId) : null
  const body = new Uint8Array(Buffer.from(JSON.stringify(fields)))
  const came = { door: 'hand' as const, source, body, contentType: 'application/json', networkHash: null, at }
  return db.$transaction(async (tx) => {
    const { arrivalId, isRepeated } = await keepArrival(tx, { ...came, senderId: requestKey })
    if (isRepeated) return tx.leadArrival.findUniqueOrThrow({ where: { id: arrivalId }, select: { inquiryId: true } })
    const arrival = { id: arrivalId, door: came.door, sourceId, networkHash: null, receivedAt: at }
    const keeper = { settledById: actor.personId, namedAgentId: isMine ? (actor.assistsId ?? actor.personId) : null }
    return writeLead(tx, { arrival, source, draft, at, ...keeper })
  })
}
