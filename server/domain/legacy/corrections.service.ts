import { decodeDocument, type SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { CorrectInput, CorrectionInput } from './legacy.schema.ts'
import { refusalLabel, refusalWords } from './legacy.words.ts'
import { welcome } from './sync/arrivals.ts'
import { documentsShapedBy } from './sync/corrections.store.ts'
import { jsonOf, valueAt } from './sync/corrections.ts'
import { applyTo } from './sync/lanes.ts'
import { refusedAt } from './sync/quarantine.store.ts'
import { KEPT } from './sync/reading.ts'
import { shortened, textOf, withoutNul } from './sync/text.values.ts'
import { isOurTurn } from './sync/turn.ts'

/** What stands where ids stand is an id when it looks like one: nobody types braces. */
const typed = (path: string, value: CorrectInput['value']) =>
  /id$/i.test(path) && typeof value === 'string' && /^[0-9a-f]{24}$/.test(value) ? { $oid: value } : value

/** Reads documents once more, out of our own store. Says how many were accepted. */
async function readAgain(tx: Db, stream: LegacyStream, documents: SourceDocument[]): Promise<number> {
  if (!(await isOurTurn(tx))) {
    throw new DomainError('CONFLICT', 'The sync is at work on these records. Try again in a few seconds.')
  }
  const { accepted, arrived } = await applyTo(tx, stream, documents, KEPT)
  await welcome(tx, { jobRunId: null, stream, arrived })
  return accepted.length
}

/**
 * An admin says what a value is to be read as, in one document or wherever the word stands, and what was refused for it is
 * read again at once. Refused itself when it does not help: nothing is kept that changes nothing.
 */
export async function correctQuarantined(ctx: Context, input: CorrectInput) {
  const { db, actor, now } = ctx
  const { stream, sourceId, path, scope } = input
  return db.$transaction(async (tx) => {
    const where = { stream_sourceId: { stream, sourceId } }
    const refused = await tx.legacyQuarantine.findUnique({ where })
    if (!refused) throw notFound('This document')
    const document = decodeDocument(refused.raw)
    const before = valueAt(document.fields, path)
    if (scope === 'everywhere' && textOf(before) === null) {
      throw new DomainError(
        'BAD_REQUEST',
        'There is no word here that could stand elsewhere. Correct this document alone.',
      )
    }
    const [original, value] = [jsonOf(before), jsonOf(typed(path, input.value))]
    if (original === value)
      throw new DomainError('BAD_REQUEST', 'That is what stands there already. Type another value.')
    const key = { stream, sourceId: scope === 'document' ? sourceId : null, path }
    await tx.legacyCorrection.deleteMany({ where: { ...key, original } })
    const made = await tx.legacyCorrection.create({
      data: { ...key, original, value, madeById: actor.personId, madeAt: now() },
      select: { id: true },
    })
    const alike =
      scope === 'everywhere' ? await refusedAt(tx, stream, { reason: refused.reason, path: refused.path }) : []
    const accepted = await readAgain(tx, stream, [document, ...alike])
    const left = await tx.legacyQuarantine.findUnique({ where })
    if (left?.reason === refused.reason && left.path === refused.path) {
      throw new DomainError('BAD_REQUEST', `It is still refused. ${refusalWords(left.reason)}`)
    }
    const next = left && { reason: left.reason, label: refusalLabel(left.reason), path: left.path }
    return { correctionId: made.id, accepted, next }
  })
}

/** Takes a correction back. What it let in is read again as it stands, and goes back into quarantine where it has to. */
export async function dropCorrection({ db }: Context, { correctionId }: CorrectionInput): Promise<{ read: number }> {
  return db.$transaction(async (tx) => {
    const correction = await tx.legacyCorrection.findUnique({ where: { id: correctionId } })
    if (!correction) throw notFound('This correction')
    const shaped = await documentsShapedBy(tx, correction.stream, correction)
    await tx.legacyCorrection.delete({ where: { id: correctionId } })
    await readAgain(
      tx,
      correction.stream,
      shaped.map(({ raw }) => decodeDocument(raw)),
    )
    return { read: shaped.length }
  })
}

const LISTED = 100
const sampleOf = (json: string) => {
  const value: unknown = JSON.parse(json)
  return shortened(withoutNul(typeof value === 'string' ? value : json).toWellFormed(), 60)
}

/** The corrections in force, youngest first, with who made them. */
export async function listCorrections({ db }: Context) {
  const rows = await db.legacyCorrection.findMany({
    orderBy: { madeAt: 'desc' },
    take: LISTED,
    include: { madeBy: { select: { fullName: true } } },
  })
  return rows.map(({ original, value, madeBy, madeById: _id, ...row }) => ({
    ...row,
    ...{ original: sampleOf(original), value: sampleOf(value), madeBy: madeBy?.fullName ?? null },
  }))
}
