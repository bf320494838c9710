import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Ready, Written } from './lane.ts'
import { type Refusal, refuse } from './transform.ts'

export type Poison = { sourceId: string; refusal: Refusal }

const databaseError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({
        originalCode: z.string(),
        originalMessage: z.string().default(''),
        constraint: z.object({ index: z.string().optional() }).optional(),
      }),
    }),
  }),
})

/** What PostgreSQL has against the data: class 22 (data), 23 (constraint), 54000 (too long for an index). All else is not the document's fault. */
function objectionOf(error: unknown): Refusal | null {
  const { cause } = databaseError.safeParse(error).data?.meta.driverAdapterError ?? {}
  if (!cause || !/^(2[23]|54000)/.test(cause.originalCode)) return null
  // The message names the constraint; its detail, which we leave, would hold a person's data.
  return refuse('refused-by-database', cause.constraint?.index ?? cause.originalCode, cause.originalMessage)
}

/**
 * Writes rows as one batch. When the database refuses it, each half is tried alone, so a single bad row costs itself and
 * a few attempts, not its page.
 */
export async function writeAround<Row>(
  tx: Db,
  rows: Ready<Row>[],
  write: (rows: Ready<Row>[]) => Promise<Written[]>,
): Promise<{ written: Written[]; poison: Poison[] }> {
  if (rows.length === 0) return { written: [], poison: [] }
  await tx.$executeRaw`SAVEPOINT batch`
  try {
    const written = await write(rows)
    await tx.$executeRaw`RELEASE SAVEPOINT batch`
    return { written, poison: [] }
  } catch (error) {
    const refusal = objectionOf(error)
    if (!refusal) throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT batch`
    const [only, ...others] = rows
    if (only && others.length === 0) return { written: [], poison: [{ sourceId: only.sourceId, refusal }] }
    const middle = Math.floor(rows.length / 2)
    const first = await writeAround(tx, rows.slice(0, middle), write)
    const second = await writeAround(tx, rows.slice(middle), write)
    return { written: [...first.written, ...second.written], poison: [...first.poison, ...second.poison] }
  }
}
