import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '#server/env.ts'
import { ABSOLUTE_MS } from './settings.ts'

const claims = z.object({ sid: z.uuid() })

/** The cookie's value: an encrypted token that says which session row to look at, and nothing about the person. */
export const sealSessionId = (sessionId: string, secret = env.NEXTAUTH_SECRET) =>
  encode({ token: { sid: sessionId }, secret, maxAge: ABSOLUTE_MS / 1000 })

/** The session's id, or null for anything that we did not seal ourselves. */
export async function openSessionToken(token: string | undefined): Promise<string | null> {
  if (!token) return null
  const payload = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null)
  return claims.safeParse(payload).data?.sid ?? null
}
