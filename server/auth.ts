import { cookies } from 'next/headers.js'
import type { Actor } from '#server/context.ts'
import { type RootDb, db as sharedDb } from '#server/db.ts'
import { parseCookies } from './auth/cookies.ts'
import { openSessionToken } from './auth/session-token.ts'
import { readActor } from './auth/sessions.ts'
import { sessionCookie } from './auth/settings.ts'

/**
 * Who asks: session and person are read from the database for this very request, so a sign-out, a removal or a new
 * role counts from the next request on. Without `request` it answers for the page that is being rendered.
 */
export async function currentActor(request?: Request, db: RootDb = sharedDb): Promise<Actor | null> {
  const token = request
    ? parseCookies(request.headers.get('cookie'))[sessionCookie.name]
    : (await cookies()).get(sessionCookie.name)?.value
  const sessionId = await openSessionToken(token)
  return sessionId ? readActor(db, { sessionId, now: new Date() }) : null
}
