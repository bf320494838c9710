import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { fileBrought } from '../doors.events.ts'
import { FIELD_SAID } from '../doors.words.ts'
import { readFields } from '../read-fields.ts'
import { findSource } from '../sources/sources.queries.ts'
import { type ColumnMapping, fieldsOfRow, guessColumns } from './columns.ts'
import type { BringInput, PreviewInput, RowProblem } from './files.schema.ts'
import { readFile } from './read-file.ts'

const SHOWN = 5
const MOST_PROBLEMS = 50

/** How each row would fare: whether it is a lead, and what in it is not understood. */
function lookAtRows(rows: readonly string[][], mapping: ColumnMapping) {
  const problems: RowProblem[] = []
  const doubts: RowProblem[] = []
  let good = 0
  for (const [index, row] of rows.entries()) {
    const read = readFields(fieldsOfRow(row, mapping))
    if (read.draft) good += 1
    for (const { field, words } of read.problems)
      problems.push({ row: index + 1, words: `${FIELD_SAID[field]}: ${words}` })
    for (const { field, words } of read.doubts) doubts.push({ row: index + 1, words: `${FIELD_SAID[field]}: ${words}` })
  }
  return { good, problems, doubts }
}

/** What a file would become, with these columns or with those that its headings name. Writes nothing. */
export function previewFile({ content, mapping }: PreviewInput) {
  const { headings, rows } = readFile(content)
  const chosen = mapping?.length === headings.length ? mapping : guessColumns(headings)
  const { good, problems, doubts } = lookAtRows(rows, chosen)
  return {
    ...{ headings, mapping: chosen, rows: rows.length, good, sample: rows.slice(0, SHOWN) },
    refused: rows.length - good,
    problems: problems.slice(0, MOST_PROBLEMS),
    doubts: doubts.slice(0, MOST_PROBLEMS),
  }
}

/** Keeps a file as it was brought; a job reads its rows. */
export async function bringFile(ctx: Context, { content, mapping, fileName, sourceId }: BringInput) {
  const { headings, rows } = readFile(content)
  if (mapping.length !== headings.length) throw new DomainError('BAD_REQUEST', 'Say of each column what it holds.')
  const source = sourceId ? await findSource(ctx.db, sourceId) : null
  const id = newId()
  return ctx.db.$transaction(async (tx) => {
    await tx.leadImport.create({
      data: {
        ...{ id, fileName, mapping, sourceId: source?.id ?? null, rowCount: rows.length },
        ...{ content: new Uint8Array(Buffer.from(content)), createdById: ctx.actor.personId, createdAt: ctx.now() },
      },
      select: { id: true },
    })
    const after = { records: rows.length }
    await recordDeed(tx, ctx, { action: 'leadsImported', target: 'leadImport', targetId: id, after })
    await announce(tx, fileBrought({ importId: id }))
    return { id }
  })
}
