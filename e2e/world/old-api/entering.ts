import { randomUUID } from 'node:crypto'
import { jwtVerify } from 'jose'
import { z } from 'zod'
import type { Guard, OldReply, OldRequest, Route } from './http.ts'

type Options = {
  /** Shared with Palmetto. */
  secret: string
  /** This site, as tokens name it. */
  origin: string
  /** Where people sign in. */
  palmettoUrl: string
  now?: () => Date
}

const COOKIE = 'lowcountry_session'
const SESSION_MS = 8 * 3_600_000
/** A token that says it lives longer was not made by the rules. */
const LONGEST_SECONDS = 60
/** Two clocks are never quite the same. */
const TOLERANCE_SECONDS = 5

/** A page of this site: one slash, and nothing that a browser would read as another host. */
const isOurPage = (path: string) => /^\/(?![/\\])[\w\-.~%/]*$/.test(path)

const claimsSchema = z.object({
  sub: z.uuid(),
  email: z.email(),
  name: z.string().min(1).max(200),
  to: z.string().max(700).refine(isOurPage),
  jti: z.uuid(),
  iat: z.int(),
  exp: z.int(),
})

const refused = (why: string, palmettoUrl: string): OldReply => ({
  status: 401,
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not signed in</title></head>
<body><h1>Not signed in</h1><p>${why}</p><p><a href="${palmettoUrl}">Go to Palmetto</a></p></body></html>`,
})

const cookieOf = ({ headers }: OldRequest) =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f-]{36})(?:;|$)`).exec(headers.cookie ?? '')?.[1]

/**
 * The old site's door: it takes Palmetto's word for who somebody is, once for each token, and keeps a session of its own.
 * Pages ask for it; the API stays as it was, behind the office's own network.
 */
export function openDoor({ secret, origin, palmettoUrl, now = () => new Date() }: Options) {
  const key = new TextEncoder().encode(secret)
  const used = new Map<string, number>()
  const sessions = new Map<string, { name: string; until: number }>()

  async function readToken(token: unknown) {
    if (typeof token !== 'string') return null
    const options = { algorithms: ['HS256'], issuer: 'palmetto', audience: origin, typ: 'JWT' }
    const clock = { currentDate: now(), clockTolerance: TOLERANCE_SECONDS, maxTokenAge: LONGEST_SECONDS }
    const verified = await jwtVerify(token, key, { ...options, ...clock }).catch(() => null)
    const claims = claimsSchema.safeParse(verified?.payload).data
    return claims && claims.exp - claims.iat <= LONGEST_SECONDS ? claims : null
  }

  /** Whether a token is here for the first time. Ids are kept for as long as their tokens would be taken. */
  function isFirstUse({ jti, exp }: { jti: string; exp: number }): boolean {
    const seconds = now().getTime() / 1000
    for (const [id, until] of used) if (until < seconds) used.delete(id)
    if (used.has(jti)) return false
    used.set(jti, exp + 2 * TOLERANCE_SECONDS)
    return true
  }

  async function enter({ body }: OldRequest): Promise<OldReply> {
    const claims = await readToken(body.token)
    if (!claims || !isFirstUse(claims)) return refused('This way in has run out, or was used before.', palmettoUrl)
    const id = randomUUID()
    sessions.set(id, { name: claims.name, until: now().getTime() + SESSION_MS })
    const cookie = `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_MS / 1000}`
    return {
      status: 303,
      headers: { location: claims.to, 'set-cookie': cookie, 'cache-control': 'no-store' },
      html: '',
    }
  }

  const guard: Guard = async (request) => {
    if (request.path === '/enter' || request.path.startsWith('/api/')) return null
    const session = sessions.get(cookieOf(request) ?? '')
    return session && session.until > now().getTime() ? null : refused('Please sign in first.', palmettoUrl)
  }
  const routes: Route[] = [['POST', '/enter', enter]]
  return { guard, routes }
}
