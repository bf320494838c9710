import { createHmac } from 'node:crypto'
import type { Db } from '#server/db.ts'
import { env } from '#server/env.ts'

const WINDOW_MS = 15 * 60_000

/** What is counted, and how many tries a quarter of an hour it allows. */
const LIMITS = {
  ...{ account: 10, address: 50, reset: 3, portal: 3 },
  // Of people who are not known: by the address they give, and by where they come from (an open house shares one).
  ...{ inquiry: 5, inquiryNetwork: 30, signUpNetwork: 30, visit: 60 },
  // Of a source of leads, unless it has its own.
  leadSource: 900,
} as const
type Counted = { kind: keyof typeof LIMITS; value: string; limit?: number }

// Keyed, because a bare hash of an address or an e-mail is guessed in no time.
const keyOf = ({ kind, value }: Counted) =>
  createHmac('sha256', env.NEXTAUTH_SECRET).update(`${kind}:${value.trim().toLowerCase()}`).digest()

/**
 * Takes one try from each of `counted`, and says whether all of them had one left. The try is taken before the
 * password is looked at: counting afterwards let fifty guesses at once all through.
 */
export async function takeTry(db: Db, { counted, now }: { counted: Counted[]; now: Date }): Promise<boolean> {
  const started = new Date(now.getTime() - WINDOW_MS)
  const limits = counted.map((one) => ({ key: keyOf(one), limit: one.limit ?? LIMITS[one.kind] }))
  const rows = await db.$queryRaw<{ key: Uint8Array; failures: number }[]>`
    INSERT INTO sign_in_limit AS l (key, failures, window_start)
    SELECT key, 1, ${now} FROM unnest(${limits.map(({ key }) => key)}::bytea[]) AS key
     ORDER BY key -- one order for all, or two sign-ins from one office wait for each other
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN l.window_start <= ${started} THEN 1 ELSE l.failures + 1 END,
      window_start = CASE WHEN l.window_start <= ${started} THEN ${now} ELSE l.window_start END
    RETURNING key, failures`
  return limits.every(({ key, limit }) => {
    const row = rows.find((candidate) => key.equals(candidate.key))
    return row !== undefined && row.failures <= limit
  })
}

/** All tries back for one account: after a right password, or a new one. */
export const forgetTries = (db: Db, account: string) =>
  db.$executeRaw`DELETE FROM sign_in_limit WHERE key = ${keyOf({ kind: 'account', value: account })}`

/**
 * After a right password: the account starts afresh, its address only gets this one try back (else one known
 * account would open the address for guessing at all the others). Forgets windows that are long over.
 */
export async function giveBackTry(db: Db, { account, address, now }: { account: string; address: string; now: Date }) {
  await forgetTries(db, account)
  await db.$executeRaw`
    UPDATE sign_in_limit SET failures = greatest(failures - 1, 0) WHERE key = ${keyOf({ kind: 'address', value: address })}`
  await db.$executeRaw`
    DELETE FROM sign_in_limit WHERE key IN (
      SELECT key FROM sign_in_limit WHERE window_start < ${new Date(now.getTime() - 4 * WINDOW_MS)}
       LIMIT 500 FOR UPDATE SKIP LOCKED)`
}
