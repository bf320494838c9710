import type { NextAuthOptions } from 'next-auth'
import { parseCookies } from '#server/auth/cookies.ts'
import { db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { callerAddress } from './caller-address.ts'
import { openSessionToken } from './session-token.ts'
import { endSession } from './sessions.ts'
import { ABSOLUTE_MS, sessionCookie } from './settings.ts'
import { signIn } from './sign-in.ts'

type Headers = Record<string, string | undefined>

/** Called by next-auth with what the form sent. Its user is the session: the token needs no more. */
export async function authorize(credentials: unknown, headers: Headers): Promise<{ id: string } | null> {
  try {
    const previousSessionId = await openSessionToken(parseCookies(headers.cookie)[sessionCookie.name])
    const userAgent = headers['user-agent'] ?? null
    const address = callerAddress(headers['x-forwarded-for']) ?? 'unknown'
    const session = await signIn(db, { credentials, address, userAgent, previousSessionId, now: new Date() })
    return session && { id: session.sessionId }
  } catch (error) {
    // next-auth puts the message of whatever is thrown here into the address that the browser sees.
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'sign-in broke')
    throw new Error('Unavailable')
  }
}

export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
  useSecureCookies: sessionCookie.options.secure,
  cookies: { sessionToken: sessionCookie },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    {
      id: 'credentials',
      type: 'credentials',
      name: 'E-mail and password',
      credentials: {},
      authorize: (credentials, request) => authorize(credentials, request.headers ?? {}),
    },
  ],
  callbacks: {
    // The token names a session and nothing else; who that is, is read from the database on each request.
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    redirect: () => env.APP_URL,
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === 'string') await endSession(db, { sessionId: token.sid, now: new Date() })
    },
  },
  logger: {
    error: (code) => log.error({ code }, 'next-auth failed'),
    warn: () => {},
    debug: () => {},
  },
}
