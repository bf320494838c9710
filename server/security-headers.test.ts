import { expect, test } from 'vitest'
import { config, proxy } from '../proxy.ts'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'

const site = { appUrl: 'https://crm.palmetto.example', photoOrigin: 'https://photos.palmetto.example/x' }
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `) || part === name)
const answerTo = (path: string) => proxy(new Request(`http://localhost:3000${path}`))

test('scripts run by nonce alone, and no nonce is used twice', () => {
  const policy = contentSecurityPolicy('abc', site)
  expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'")
  const first = answerTo('/').headers.get('content-security-policy')
  expect(first).not.toBe(answerTo('/').headers.get('content-security-policy'))
})

test('images come from us and from the photo server, the map from the tile server, and nothing frames us', () => {
  const policy = contentSecurityPolicy('abc', { ...site, mapStyleUrl: 'https://tiles.example/style.json' })
  expect(directive(policy, 'img-src')).toBe(
    "img-src 'self' data: blob: https://photos.palmetto.example https://tiles.example",
  )
  expect(directive(policy, 'connect-src')).toBe("connect-src 'self' https://tiles.example")
  expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'")
  expect(directive(policy, 'worker-src')).toBe("worker-src 'self' blob:")
})

test('transport security is promised on https only', () => {
  expect(securityHeaders('abc', site)['strict-transport-security']).toContain('max-age=')
  expect(securityHeaders('abc', { ...site, appUrl: 'http://localhost:3000' })).not.toHaveProperty(
    'strict-transport-security',
  )
})

test('a page is private, its nonce reaches the renderer, and it does not sniff or leak where one came from', () => {
  const { headers } = answerTo('/contacts')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  const nonce = headers.get('x-middleware-request-x-nonce')
  expect(nonce).toMatch(/^[\w+/=-]{20,}$/)
  expect(headers.get('x-middleware-request-content-security-policy')).toContain(`'nonce-${nonce}'`)
})

test('a public file may be cached, and Next serves its own static files', () => {
  expect(answerTo('/map/coast.json').headers.get('cache-control')).toBeNull()
  const [matcher] = config.matcher
  const matches = (path: string) => new RegExp(`^${matcher}$`).test(path)
  expect(['/', '/contacts', '/api/trpc/org.me', '/_next/data'].map(matches)).toEqual([true, true, true, true])
  expect(['/_next/static/a.js', '/_next/image', '/api/webhooks/mailgun'].map(matches)).toEqual([false, false, false])
})
