import { createHash } from 'node:crypto'
import type { Db, RootDb } from '#server/db.ts'
import type { LeadImport, LeadSource } from '#server/generated/prisma/client.ts'
import { settleRead } from '../arrivals/admit-lead.ts'
import { keepArrival } from '../arrivals/keep-arrival.ts'
import { FIELD_SAID, type Fields } from '../doors.words.ts'
import { readFields } from '../read-fields.ts'
import { fieldsOfRow } from './columns.ts'
import { columnMapping, type RowProblem, rowProblems } from './files.schema.ts'
import { takeRows } from './rows.store.ts'

type Deps = { db: RootDb; now: () => Date }
type Brought = Omit<LeadImport, 'content'> & { source: LeadSource | null }
type Became = 'taken' | 'known' | 'held' | 'refused'

const BATCH = 50
const MOST_PROBLEMS = 100

/** A row is the same in whichever file it comes again, and on whichever day. */
const rowKey = (fields: Fields) =>
  `row:${createHash('sha256')
    .update(JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')}`

async function takeRow(tx: Db, file: Brought, row: number, fields: Fields, at: Date): Promise<Became | RowProblem> {
  const { draft, problems } = readFields(fields)
  if (!draft) return { row, words: problems.map(({ field, words }) => `${FIELD_SAID[field]}: ${words}`).join(' ') }
  const body = new Uint8Array(Buffer.from(JSON.stringify(fields)))
  const came = {
    door: 'csv' as const,
    source: file.source,
    body,
    contentType: 'application/json',
    networkHash: null,
    at,
  }
  const senderId = fields.id ?? rowKey(fields)
  const as = { state: 'received' as const, importId: file.id, importRow: row }
  const { arrivalId, isRepeated } = await keepArrival(tx, { ...came, senderId }, as)
  if (isRepeated) return 'known'
  const { state } = await settleRead(tx, { arrivalId, came, draft })
  return state === 'held' ? 'held' : 'taken'
}

/**
 * Reads the next rows of a file, in one transaction with how far it has come: killed anywhere and run again, each row is
 * dealt with once. Says whether the file is done.
 */
export async function readRows({ db, now }: Deps, { importId }: { importId: string }): Promise<{ isDone: boolean }> {
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM lead_import WHERE id = ${importId}::uuid FOR UPDATE`
    const file = await tx.leadImport.findUnique({
      where: { id: importId },
      omit: { content: true },
      include: { source: true },
    })
    if (!file || file.doneAt) return { isDone: true }
    const mapping = columnMapping.parse(file.mapping)
    const counts = { taken: file.taken, known: file.known, held: file.held, refused: file.refused }
    const problems = rowProblems.parse(file.problems)
    const next = await takeRows(tx, file, BATCH)
    for (const { row, cells } of next) {
      const became = await takeRow(tx, file, row, fieldsOfRow(cells, mapping), at)
      if (typeof became === 'string') counts[became] += 1
      else {
        counts.refused += 1
        if (problems.length < MOST_PROBLEMS) problems.push(became)
      }
    }
    const rowsDone = file.rowsDone + next.length
    const isDone = rowsDone >= file.rowCount
    const about = { ...counts, problems, rowsDone, doneAt: isDone ? at : null }
    await tx.leadImport.update({ where: { id: importId }, data: about, select: { id: true } })
    return { isDone }
  })
}
