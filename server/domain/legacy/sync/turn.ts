import type { Db } from '#server/db.ts'

/**
 * One page at a time in the whole firm, of whichever lane: pages of two streams may touch the same rows. Waits for a page
 * of another lane, which takes moments; false when it takes longer than that.
 */
export async function isOurTurn(tx: Db): Promise<boolean> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '10s'`
  // What comes from the old system is not written back to it.
  await tx.$executeRaw`SET LOCAL palmetto.writer = 'legacy_sync'`
  try {
    // A savepoint: who is refused a lock would otherwise have lost the whole transaction.
    await tx.$executeRaw`SAVEPOINT turn`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('palmetto.legacy_sync'))`
    await tx.$executeRaw`RELEASE SAVEPOINT turn`
    return true
  } catch (error) {
    if (!String(error).includes('55P03') && !String(error).includes('lock timeout')) throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT turn`
    return false
  }
}
