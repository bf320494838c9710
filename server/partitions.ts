import type { Db, RootDb } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables in partitions by month (UTC) of a uuidv7: `mail_body_2026_11`, and `mail_body_default` for what fits nowhere. */
export type PartitionedTable = 'mail_body' | 'alert_finding' | 'alert_sight'

const MONTHS_AHEAD = 3

const firstOf = (at: Date, months: number) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
const isoDay = (at: Date) => at.toISOString().slice(0, 10)

/** A change of the table's shape waits briefly for whoever is at work, and is tried again later rather than hold a run up. */
const withShortWait = <T>(db: RootDb, work: (tx: Db) => Promise<T>) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL lock_timeout = '3s'`
    return work(tx)
  })

export type Partition = { name: string; month: Date; bytes: number }

/** The months of a table that are open, the oldest first. */
export async function readPartitions(db: Db, table: PartitionedTable): Promise<Partition[]> {
  const rows = await db.$queryRaw<{ name: string; bytes: bigint }[]>`
    SELECT part.relname::text AS name, pg_total_relation_size(part.oid) AS bytes
      FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid
     WHERE inhparent = ${table}::regclass ORDER BY part.relname`
  return rows.flatMap(({ name, bytes }) => {
    const [, year, month] = /_(\d{4})_(\d{2})$/.exec(name) ?? []
    return year && month ? [{ name, month: new Date(`${year}-${month}-01T00:00:00Z`), bytes: Number(bytes) }] : []
  })
}

/** Rows that stand in no month, up to 1,000. */
export async function countStrays(db: Db, table: PartitionedTable): Promise<number> {
  const [row] = await db.$queryRaw<{ strays: number }[]>`
    SELECT count(*)::int AS strays FROM (SELECT FROM ${Prisma.raw(`"${table}_default"`)} LIMIT 1000) stray`
  return row?.strays ?? 0
}

/** Opens this month and the next three where they are missing. What came before its month was open moves in. */
export async function openPartitions(db: RootDb, table: PartitionedTable, now: Date): Promise<number> {
  let opened = 0
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    const month = isoDay(firstOf(now, ahead))
    const [row] = await withShortWait(
      db,
      (tx) => tx.$queryRaw<{ opened: boolean }[]>`
      SELECT open_partition(${table}, ${month}::date) AS opened`,
    )
    if (row?.opened) opened += 1
  }
  return opened
}

/** Drops the months that lie wholly before `before`. Names what it dropped. */
export async function dropPartitions(db: RootDb, table: PartitionedTable, before: Date): Promise<string[]> {
  const old = (await readPartitions(db, table)).filter(({ month }) => firstOf(month, 1) <= before)
  for (const { name } of old) await withShortWait(db, (tx) => tx.$executeRaw`DROP TABLE ${Prisma.raw(`"${name}"`)}`)
  return old.map(({ name }) => name)
}
