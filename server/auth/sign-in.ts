import { z } from 'zod'
import type { RootDb } from '#server/db.ts'
import { passwordMatches } from './passwords.ts'
import { endSession, openSession } from './sessions.ts'
import { giveBackTry, takeTry } from './sign-in-limit.ts'

/** The longest password we hash; a megabyte of it would keep a core busy. */
const credentials = z.object({ email: z.string().trim().max(254), password: z.string().min(1).max(200) })

type Attempt = {
  credentials: unknown
  /** Where it comes from: an IP address. */
  address: string
  userAgent?: string | null
  /** The session that this browser held before; it ends with a new sign-in. */
  previousSessionId?: string | null
  now: Date
}

/** The new session's id, or null. Whatever was wrong, the answer and the time it takes are the same. */
export async function signIn(db: RootDb, attempt: Attempt): Promise<{ sessionId: string } | null> {
  const { address, userAgent, previousSessionId, now } = attempt
  const parsed = credentials.safeParse(attempt.credentials)
  if (!parsed.success || parsed.data.email.includes('\u0000')) return null
  const { email, password } = parsed.data

  const mayTry = await takeTry(db, {
    counted: [
      { kind: 'account', value: email },
      { kind: 'address', value: address },
    ],
    now,
  })
  // Counted for unknown accounts too, so being turned away early tells nothing about an account.
  if (!mayTry) return null

  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, removedAt: true },
  })
  const matches = await passwordMatches(person?.passwordHash, password)
  if (!person || !matches || person.removedAt) return null

  return db.$transaction(async (tx) => {
    await giveBackTry(tx, { account: email, address, now })
    if (previousSessionId) await endSession(tx, { sessionId: previousSessionId, now })
    const { id } = await openSession(tx, { personId: person.id, userAgent, now })
    return { sessionId: id }
  })
}
