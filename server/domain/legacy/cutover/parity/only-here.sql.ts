import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAM_LABELS } from '../../sync/records.store.ts'

/** Tables this reads across subjects. @public */
export const READS = ['appointment', 'contact', 'deal', 'listing', 'note', 'saved_search', 'task'] as const

type OnlyHere = (tx: Db, limit: number) => Promise<{ count: number; ids: string[] }>

/** Of the rows that stand, those that no document of the old system became; their ids newest first, up to `limit`. */
const onlyHere =
  (stream: LegacyStream, standing: Prisma.Sql): OnlyHere =>
  async (tx, limit) => {
    const [found] = await tx.$queryRaw<{ count: number; ids: string[] | null }[]>`
      SELECT count(*)::int AS count, (array_agg(one.id::text ORDER BY one.id DESC))[1:${limit}::int] AS ids
        FROM (${standing}) AS one
       WHERE NOT EXISTS (SELECT FROM legacy_record r
                          WHERE r.target_id = one.id AND r.stream = ${STREAM_LABELS[stream]}::legacy_stream)`
    return { count: found?.count ?? 0, ids: found?.ids ?? [] }
  }

export const contactsOnlyHere = onlyHere('contacts', Prisma.sql`SELECT id FROM contact WHERE removed_at IS NULL`)
export const searchesOnlyHere = onlyHere(
  'savedSearches',
  Prisma.sql`SELECT id FROM saved_search WHERE removed_at IS NULL`,
)
export const listingsOnlyHere = onlyHere(
  'listings',
  Prisma.sql`SELECT id FROM listing WHERE standard_status <> 'Delete'`,
)
export const notesOnlyHere = onlyHere('notes', Prisma.sql`SELECT id FROM note WHERE removed_at IS NULL`)
export const tasksOnlyHere = onlyHere('tasks', Prisma.sql`SELECT id FROM task WHERE removed_at IS NULL`)
export const appointmentsOnlyHere = onlyHere(
  'appointments',
  Prisma.sql`SELECT id FROM appointment WHERE removed_at IS NULL`,
)
export const dealsOnlyHere = onlyHere('deals', Prisma.sql`SELECT id FROM deal WHERE removed_at IS NULL`)
