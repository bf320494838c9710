import type { Db, RootDb } from '#server/db.ts'

/** Longer than any search that somebody waits for; what anybody may ask must not hold a connection for minutes. */
const PATIENCE_MS = 4_000

/** Reads for somebody we do not know: writes nothing, and gives up after four seconds. */
export const readBriefly = <T>(db: RootDb, read: (tx: Db) => Promise<T>): Promise<T> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(PATIENCE_MS)}, true),
                                set_config('transaction_read_only', 'on', true)`
    return read(tx)
  })
