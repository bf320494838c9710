import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { ListQuarantineInput, QuarantinedInput } from './legacy.schema.ts'
import { refusalLabel, refusalWords, STREAMS } from './legacy.words.ts'

const PAGE_SIZE = 50

type Place = { stream: LegacyStream; sourceId: string; lastSeenAt: Date }

const cursorAt = ({ stream, sourceId, lastSeenAt }: Place) => `${lastSeenAt.getTime()}/${stream}/${sourceId}`

/** By where the last page ended, not by its last row: that one may have been let out since. */
function afterCursor(cursor: string | null | undefined): Prisma.LegacyQuarantineWhereInput {
  const [millis, name, ...rest] = cursor?.split('/') ?? []
  const stream = STREAMS.find((one) => one === name)
  if (!stream || !/^\d{1,15}$/.test(millis ?? '')) return {}
  const lastSeenAt = new Date(Number(millis))
  const sourceId = rest.join('/')
  const later = STREAMS.slice(STREAMS.indexOf(stream) + 1)
  return {
    // The first bound alone is what the index can start from.
    lastSeenAt: { lte: lastSeenAt },
    OR: [
      { lastSeenAt: { lt: lastSeenAt } },
      { lastSeenAt, sourceId: { gt: sourceId } },
      { lastSeenAt, sourceId, stream: { in: [...later] } },
    ],
  }
}

const inWords = <Row extends { reason: string }>(row: Row) => ({
  ...row,
  label: refusalLabel(row.reason),
  words: refusalWords(row.reason),
})

/** Documents that were put aside, those that came last first, without the documents themselves. */
export async function listQuarantine({ db }: Context, { stream, reason, cursor }: ListQuarantineInput) {
  const rows = await db.legacyQuarantine.findMany({
    where: { AND: [stream ? { stream } : {}, reason ? { reason } : {}, afterCursor(cursor)] },
    omit: { raw: true, hash: true },
    orderBy: [{ lastSeenAt: 'desc' }, { sourceId: 'asc' }, { stream: 'asc' }],
    take: PAGE_SIZE + 1,
  })
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  return {
    items: items.map(inWords),
    nextCursor: rows.length > PAGE_SIZE && last ? cursorAt(last) : undefined,
  }
}

/** A browser that is handed megabytes of text stands still. */
const LONGEST_TEXT = 200_000

/** The whole document as Extended JSON; null when its bytes are no document. */
function documentText(raw: Uint8Array): { text: string; isCut: boolean } | null {
  try {
    const text = JSON.stringify(decodeDocument(raw).fields, null, 2)
    return { text: text.slice(0, LONGEST_TEXT), isCut: text.length > LONGEST_TEXT }
  } catch {
    return null
  }
}

/** One document that was put aside: whole, with what it waits for, who waits for it, and the version still in use. */
export async function getQuarantined({ db }: Context, { stream, sourceId }: QuarantinedInput) {
  const row = await db.legacyQuarantine.findUnique({ where: { stream_sourceId: { stream, sourceId } } })
  if (!row) throw notFound('This document')
  const { raw, hash: _hash, ...rest } = row
  const { waitsForStream, waitsForId } = row
  const target = waitsForStream && waitsForId ? { stream: waitsForStream, sourceId: waitsForId } : null
  const [waiting, inUse, targetAside] = await Promise.all([
    db.legacyQuarantine.count({ where: { waitsForStream: stream, waitsForId: sourceId } }),
    db.legacyRecord.findUnique({
      where: { stream_sourceId: { stream, sourceId } },
      select: { targetId: true, syncedAt: true },
    }),
    target ? db.legacyQuarantine.count({ where: target }) : 0,
  ])
  return {
    ...inWords(rest),
    bytes: raw.length,
    document: documentText(raw),
    waitsFor: target && { ...target, isQuarantined: targetAside > 0 },
    /** How many documents wait for this one. */
    waiting,
    /** An earlier revision was fine, and is what everybody sees. */
    inUse,
  }
}
