import type { Db } from '#server/db.ts'

/** Removes at most `limit` rows that are older than `before`, in one statement; says how many. Can be run again at any time. */
export type Sweep = (db: Db, before: Date, limit: number) => Promise<number>
