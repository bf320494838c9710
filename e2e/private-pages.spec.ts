import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { dirname, relative } from 'node:path'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { expect, test } from './fixtures.ts'

type Shape = { name: string; path?: (path: string) => string; headers?: Record<string, string>; method?: string }

const withHeader = (name: string, value: string): Shape => ({ name: `${name}: ${value}`, headers: { [name]: value } })
const withPath = (name: string, path: (path: string) => string): Shape => ({ name, path })

/** Ways around a door that was only painted on: each of them has opened some site's private pages before. */
const SHAPES: Shape[] = [
  { name: 'as it is' },
  withHeader('x-middleware-subrequest', 'middleware'),
  withHeader('x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'),
  withHeader('x-middleware-subrequest', 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware'),
  withHeader('x-middleware-next', '1'),
  withHeader('x-middleware-rewrite', '/listings'),
  withHeader('x-middleware-override-headers', 'cookie'),
  withHeader('x-middleware-request-cookie', 'next-auth.session-token=x'),
  withHeader('x-nextjs-data', '1'),
  withHeader('x-matched-path', '/sign-in'),
  withHeader('x-invoke-path', '/listings'),
  withHeader('x-invoke-status', '200'),
  withHeader('x-original-url', '/listings'),
  withHeader('x-rewrite-url', '/listings'),
  withHeader('x-forwarded-host', 'localhost'),
  withHeader('x-forwarded-for', '127.0.0.1'),
  withHeader('x-path', '/sign-in'),
  withHeader('x-prerender-revalidate', 'x'),
  withHeader('purpose', 'prefetch'),
  withHeader('accept', 'text/x-component'),
  withHeader('authorization', 'Bearer x'),
  withHeader('cookie', 'next-auth.session-token=x'),
  withHeader('cookie', 'next-auth.session-token='),
  withHeader('cookie', 'next-auth.session-token=null; __Secure-next-auth.session-token=null'),
  withHeader('cookie', '__prerender_bypass=x; __next_preview_data=x'),
  { name: 'a flight', headers: { rsc: '1' } },
  { name: 'a prefetched flight', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { name: 'a segment', headers: { rsc: '1', 'next-router-segment-prefetch': '/_tree' } },
  {
    name: 'a flight that claims its layouts are there',
    headers: {
      rsc: '1',
      'next-router-state-tree': encodeURIComponent('["",{"children":["(crm)",{}]},null,"refetch"]'),
    },
  },
  { name: 'a server action', method: 'POST', headers: { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain' } },
  { name: 'HEAD', method: 'HEAD' },
  { name: 'OPTIONS', method: 'OPTIONS' },
  { name: 'POST', method: 'POST' },
  withPath('a query of the router', (path) => `${path}?_rsc=1`),
  withPath('a query with the path', (path) => `${path}?nextInternalLocale=en&__nextDataReq=1`),
  withPath('a slash at the end', (path) => `${path}/`),
  withPath('two slashes', (path) => `/${path}`),
  withPath('a dot segment', (path) => `/.${path}`),
  withPath('an encoded dot segment', (path) => `/%2e${path}`),
  withPath('through a static file', (path) => `/_next/static/..${path}`),
  withPath('through an encoded slash', (path) => `/_next/static/..%2f${path.slice(1)}`),
  withPath('an encoded letter', (path) => `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`),
  withPath('capitals', (path) => path.toUpperCase()),
  withPath('a parameter', (path) => `${path};a=b`),
  withPath('an ending', (path) => `${path}.json`),
  withPath('a flight as a file', (path) => `${path}.rsc`),
  withPath('the old data route', (path) => `/_next/data/build${path}.json`),
  withPath('the image service', (path) => `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75`),
]

/** Everything but the doors and the pages that mails link to. */
const PUBLIC = /^\/(sign-in|forgot|reset|invitation|confirm|homes|preferences)/

async function privateRoutes(): Promise<string[]> {
  const files = await readdir('app', { recursive: true, withFileTypes: true })
  return files
    .filter(({ name }) => name === 'page.tsx')
    .map(({ parentPath, name }) => `/${relative('app', dirname(`${parentPath}/${name}`))}`)
    .map((path) => path.replaceAll(/\/\([^)]+\)/g, '') || '/')
    .filter((path) => !PUBLIC.test(path))
    .sort()
}

/** Rows that exist, so that a page has something to give away. */
async function findRows(db: PrismaClient) {
  const who = { select: { fullName: true, email: true } }
  const [search, listing, run, mail, lead, offer, chase] = await Promise.all([
    db.savedSearch.findFirstOrThrow({ select: { id: true, contactId: true, contact: who } }),
    db.listing.findFirstOrThrow({ select: { id: true, streetAddress: true } }),
    db.jobRun.findFirstOrThrow({ select: { runId: true } }),
    db.outboxMail.findFirst({ select: { id: true, recipient: true } }),
    db.inquiry.findFirst({ select: { id: true, fullName: true, email: true } }),
    db.leadOffer.findFirst({ select: { id: true, inquiry: who } }),
    db.leadChase.findFirst({ select: { id: true, inquiry: who } }),
  ])
  return { search, listing, run, mail, lead, offer, chase }
}
type Rows = Awaited<ReturnType<typeof findRows>>

/** What the page of each of those rows would say of it: among hundreds of others they were not looked for. */
const secretsOf = ({ search, listing, mail, lead, offer, chase }: Rows) =>
  [search.contact, lead, offer?.inquiry, chase?.inquiry]
    .flatMap((who) => [who?.fullName, who?.email])
    .concat(listing.streetAddress, mail?.recipient)
    .flatMap((secret) => (secret ? [secret] : []))

async function fillIn(db: PrismaClient, route: string, { search, listing, run, mail, lead, offer, chase }: Rows) {
  if (route === '/twins/[kind]/[sourceId]') {
    const twin = await db.legacyRecord.findFirstOrThrow({ where: { stream: 'contacts' }, select: { sourceId: true } })
    return `/twins/contact/${encodeURIComponent(twin.sourceId)}`
  }
  const ids: Record<string, string | undefined> = {
    '/alerts/[id]': search.id,
    '/contacts/[id]': search.contactId,
    '/listings/[id]': listing.id,
    '/mails/[id]': mail?.id,
    '/leads/[id]': lead?.id,
    '/offers/[id]': offer?.id,
    '/taken-back/[id]': chase?.id,
  }
  return route.replace(/\[\w+\]/, ids[route] ?? run.runId)
}

/** As it is written: a client that tidies the path would test itself. */
const send = (origin: string, path: string, { headers = {}, method = 'GET' }: Shape) =>
  new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const asked = request({ hostname, port, path, method, headers: { connection: 'close', ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.setTimeout(20_000, () => asked.destroy(new Error(`No answer to ${method} ${path}.`)))
    asked.end()
  })

test('no way around the door shows a private byte', async ({ db, world, signInAs }) => {
  test.setTimeout(240_000)
  const contacts = await db.contact.findMany({ select: { fullName: true, email: true }, take: 400 })
  const people = await db.person.findMany({ select: { email: true } })
  const listings = await db.listing.findMany({ select: { streetAddress: true }, take: 400 })
  const rows = await findRows(db)
  const secrets = [
    ...secretsOf(rows),
    ...contacts.flatMap(({ fullName, email }) => [fullName, email ?? fullName]),
    ...people.map(({ email }) => email),
    ...listings.map(({ streetAddress }) => streetAddress),
  ]
  // One expression: to look for each of a thousand secrets in turn took longer than to ask for the pages.
  const anySecret = new RegExp(secrets.map((secret) => RegExp.escape(secret)).join('|'))
  const shown = (body: string) => anySecret.exec(body)?.[0]

  // The twin: who may come in does see some of these.
  const page = await signInAs('admin')
  await page.goto('/settings/people')
  expect(shown(await page.content())).toBeDefined()

  const leaks: string[] = []
  for (const route of await privateRoutes()) {
    const path = await fillIn(db, route, rows)
    await Promise.all(
      SHAPES.map(async (shape) => {
        const secret = shown(await send(world.environment.APP_URL, shape.path?.(path) ?? path, shape))
        if (secret !== undefined) leaks.push(`${route}, ${shape.name}: ${secret}`)
      }),
    )
  }
  expect(SHAPES.length).toBeGreaterThanOrEqual(40)
  expect(leaks).toEqual([])
})
