import { sealSessionId } from '#server/auth/session-token.ts'
import { openSession } from '#server/auth/sessions.ts'
import { sessionCookie } from '#server/auth/settings.ts'
import { type RootDb, db as sharedDb } from '#server/db.ts'
import { env } from '#server/env.ts'

type Options = { db?: RootDb; secret?: string; url?: string }

/**
 * A signed-in browser without the form: a real session row, sealed as the app seals it. Fits Playwright's
 * `context.addCookies([await sessionCookieFor(person)])`; pass the app's database, secret and address where the
 * test's own environment differs.
 */
export async function sessionCookieFor(person: { id: string }, options: Options = {}) {
  const { db = sharedDb, secret = env.NEXTAUTH_SECRET, url = env.APP_URL } = options
  const { id } = await openSession(db, { personId: person.id, now: new Date(), userAgent: 'browser test' })
  const secure = url.startsWith('https://')
  const name = `${secure ? '__Secure-' : ''}${sessionCookie.name.replace(/^__Secure-/, '')}`
  return { name, value: await sealSessionId(id, secret), url, httpOnly: true, secure, sameSite: 'Lax' as const }
}
