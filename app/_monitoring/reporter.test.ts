import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startReporter } from './reporter.ts'

const received: string[] = []
let settings: unknown
let server: Server
const realFetch = globalThis.fetch

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (request.method === 'POST') received.push(body)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(settings))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())
afterEach(() => {
  globalThis.fetch = realFetch
  Reflect.deleteProperty(globalThis, 'window')
})

/** As much of a page as the reporter looks at. */
function aPage(pathname: string) {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  const origin = `127.0.0.1:${address.port}`
  globalThis.fetch = (url, init) => realFetch(new URL(String(url), `http://${origin}`), init)
  Reflect.set(globalThis, 'window', { location: { pathname } })
  return `http://key@${origin}/1`
}

test('an error in the browser arrives without the people in it', async () => {
  settings = { dsn: aPage('/preferences/Zm9vYmFyYmF6cXV4cXV1eA'), environment: 'test' }
  const report = await startReporter()
  const error = new Error('Could not save mary.jones@example.com')
  report?.({ error, message: '' })
  await expect.poll(() => received.length).toBe(1)
  expect(received[0]).toContain('Could not save [address]')
  expect(received[0]).toContain('"page":"/preferences/:id"')
  for (const secret of ['mary.jones', 'Zm9vYmFy']) expect(received[0]).not.toContain(secret)
})

test('without a Sentry nothing is reported', async () => {
  aPage('/')
  settings = { dsn: null, environment: 'test' }
  expect(await startReporter()).toBeNull()
})
