import type { Db } from '#server/db.ts'

/** One page at a time in the whole firm, of whichever lane: pages of two streams may touch the same rows. */
export async function isOurTurn(tx: Db): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('palmetto.legacy_sync')) AS mine`
  return row?.mine ?? false
}
