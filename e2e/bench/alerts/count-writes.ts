import { connectDb, type RootDb } from '#server/db.ts'

type Written = { table: string; rows: number }

const readCounters = async (db: RootDb) => {
  await db.$executeRaw`SELECT pg_stat_force_next_flush()`
  const rows = await db.$queryRaw<Written[]>`
    SELECT relname AS table, (n_tup_ins + n_tup_upd + n_tup_del)::int AS rows FROM pg_stat_user_tables`
  return new Map(rows.map(({ table, rows }) => [table, rows]))
}

/** Runs `work` over one connection of its own and counts the rows that it wrote, by PostgreSQL's statistics. */
export async function countWrites<T>(url: string, work: (db: RootDb) => Promise<T>) {
  const db = connectDb(url, 1)
  try {
    await db.$queryRaw`SELECT 1`
    const before = await readCounters(db)
    const result = await work(db)
    const after = await readCounters(db)
    const written = [...after]
      .map(([table, rows]) => ({ table, rows: rows - (before.get(table) ?? 0) }))
      .filter(({ rows }) => rows > 0)
    return {
      result,
      rows: written.reduce((total, { rows }) => total + rows, 0),
      words: written.map(({ table, rows }) => `${table} ${rows}`).join(', '),
    }
  } finally {
    await db.$disconnect()
  }
}
