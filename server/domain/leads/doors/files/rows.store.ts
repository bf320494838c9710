import { z } from 'zod'
import type { Db } from '#server/db.ts'
import { readFile } from './read-file.ts'

type Brought = { id: string; rowsDone: number }
export type Row = { row: number; cells: string[] }

const rowSchema = z.object({ row: z.number().int(), cells: z.array(z.string()) })

/** Takes a file apart, once: each row that is not dealt with waits for its batch. */
async function writeRows(tx: Db, { id, rowsDone }: Brought): Promise<void> {
  const { content } = await tx.leadImport.findUniqueOrThrow({ where: { id }, select: { content: true } })
  const { rows } = readFile(Buffer.from(content).toString('utf8'))
  const waiting = rows.slice(rowsDone).map((cells, index) => ({
    row: rowsDone + index + 1,
    // PostgreSQL's texts hold everything but NUL.
    cells: cells.map((cell) => cell.replaceAll('\u0000', '')),
  }))
  await tx.$executeRaw`
    INSERT INTO lead_import_row (import_id, row, cells)
    SELECT ${id}::uuid, row, cells FROM jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) AS waiting(row int, cells jsonb)`
}

async function pickRows(tx: Db, { id, rowsDone }: Brought, most: number): Promise<Row[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    DELETE FROM lead_import_row WHERE import_id = ${id}::uuid AND row <= ${rowsDone + most} RETURNING row, cells`
  return z
    .array(rowSchema)
    .parse(rows)
    .toSorted((a, b) => a.row - b.row)
}

/** The next rows of a file, in the transaction that deals with them: they are gone with it, or there again. */
export async function takeRows(tx: Db, file: Brought & { rowCount: number }, most: number): Promise<Row[]> {
  const rows = await pickRows(tx, file, most)
  if (rows.length > 0 || file.rowsDone >= file.rowCount) return rows
  await writeRows(tx, file)
  return pickRows(tx, file, most)
}
