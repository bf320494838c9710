import { NextResponse } from 'next/server.js'
import { env } from '#server/env.ts'
import { securityHeaders } from '#server/security-headers.ts'

const site = {
  appUrl: env.APP_URL,
  photoOrigin: env.PHOTO_ORIGIN,
  mapStyleUrl: env.MAP_STYLE_URL,
  sentryDsn: env.SENTRY_DSN,
  oldSiteUrl: env.OLD_SITE_URL,
  development: env.NODE_ENV === 'development',
}

const isFile = (pathname: string) => /\.\w+$/.test(pathname) && !pathname.startsWith('/api/')

/** Headers only. Access is decided by the procedures, which nothing can walk around. */
export function proxy(request: Request) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const added = securityHeaders(nonce, site)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // A layout can't see the address; the door wants to know where to lead back to.
  const { pathname, search } = new URL(request.url)
  headers.set('x-path', `${pathname}${search}`)
  // Next takes the nonce for its own scripts from this header of the request.
  headers.set('content-security-policy', added['content-security-policy'] ?? '')
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(added)) response.headers.set(name, value)
  if (!isFile(pathname)) response.headers.set('cache-control', 'private, no-store')
  return response
}

// Webhooks come by the thousand and are read by no browser.
export const config = { matcher: ['/((?!_next/static|_next/image|api/webhooks/).*)'] }
