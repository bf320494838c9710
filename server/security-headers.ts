type Site = {
  /** Where the app itself is reached. */
  appUrl: string
  photoOrigin: string
  mapStyleUrl?: string | undefined
  sentryDsn?: string | undefined
  /** The old system's pages: tokens are posted there. */
  oldSiteUrl?: string | undefined
  /** React's development build evaluates code and reloads over a socket. */
  development?: boolean
}

const originOf = (url: string | undefined) => (url ? [new URL(url).origin] : [])

/** What a page may load and run. Scripts run by nonce alone: an injected one has none. */
export function contentSecurityPolicy(nonce: string, site: Site): string {
  const { appUrl, photoOrigin, mapStyleUrl, sentryDsn, oldSiteUrl, development } = site
  const tiles = originOf(mapStyleUrl)
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    // Mantine writes style attributes and style elements as it renders.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', new URL(photoOrigin).origin, ...tiles],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...tiles, ...originOf(sentryDsn), ...(development ? ['ws:'] : [])],
    // MapLibre starts its worker from a blob.
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...originOf(oldSiteUrl)],
    'frame-ancestors': ["'none'"],
    ...(appUrl.startsWith('https://') ? { 'upgrade-insecure-requests': [] } : {}),
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

/** The headers of every answer but Next's own static files. They guard the browser; they never decide access. */
export function securityHeaders(nonce: string, site: Site): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce, site),
    'x-content-type-options': 'nosniff',
    // Links to invitations and preferences hold a secret: no other site may see where somebody came from.
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(site.appUrl.startsWith('https://')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  }
}
