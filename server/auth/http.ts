import { NextRequest } from 'next/server.js'
import NextAuth from 'next-auth'
import { authOptions } from './next-auth.ts'
import { guardRequest } from './request-guard.ts'

/** What we use of next-auth. Its other doors (pages, session updates, a log for strangers) stay shut. */
const OPEN = new Set(['GET csrf', 'POST callback/credentials', 'POST signout'])

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** Answers `/api/auth/*`. */
export async function handleAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params
  if (!OPEN.has(`${request.method} ${nextauth.join('/')}`)) return new Response('Not found', { status: 404 })
  const { refusal, body } = await guardRequest(request)
  if (refusal) return refusal
  const { url, method, headers } = request
  // Asked for JSON it never answers with a redirect, which a fetch would follow to a page nobody looks at.
  const asked = body === undefined ? {} : { body: JSON.stringify({ ...JSON.parse(body), json: 'true' }) }
  const response: Response = await NextAuth(new NextRequest(url, { method, headers, ...asked }), context, authOptions)
  response.headers.set('cache-control', 'private, no-store')
  return response
}
