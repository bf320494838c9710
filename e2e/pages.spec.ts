import { readdir } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { aBuyerWhoIsAsked, aLongMail } from './asked-buyers.ts'
import { expect, test } from './fixtures.ts'
import { aLeadForTheAdmin, aLeadTakenBack } from './lead-stories.ts'
import { aShadowWeek } from './shadow-stories.ts'
import { aMailAddress, aSentMail, aSignUp, aWrongRecord } from './stories.ts'
import { aWriteThatWaits } from './writes-stories.ts'

/** Every page there is, read from the folders: a page that is added is checked, or this test fails. */
async function allRoutes(): Promise<string[]> {
  const files = await readdir('app', { recursive: true, withFileTypes: true })
  return files
    .filter(({ name }) => name === 'page.tsx')
    .map(({ parentPath, name }) => `/${relative('app', dirname(`${parentPath}/${name}`))}`)
    .map((path) => path.replaceAll(/\/\([^)]+\)/g, '') || '/')
    .sort()
}

/** What stands for a dynamic part of an address. */
async function fillIn(db: PrismaClient, route: string): Promise<string> {
  const examples: Record<string, () => Promise<string>> = {
    '/alerts/[id]': async () => `/alerts/${(await db.savedSearch.findFirstOrThrow()).id}`,
    '/contacts/[id]': async () => `/contacts/${(await db.contact.findFirstOrThrow({ where: { removedAt: null } })).id}`,
    '/listings/[id]': async () => `/listings/${(await db.listing.findFirstOrThrow()).id}`,
    '/homes/[key]': async () =>
      `/homes/${encodeURIComponent((await db.listing.findFirstOrThrow({ where: { internetEntireListingDisplayYN: true, standardStatus: 'Active' } })).listingKey)}`,
    '/leads/[id]': async () => `/leads/${(await aLeadForTheAdmin(db)).lead.id}`,
    '/offers/[id]': async () => `/offers/${(await aLeadForTheAdmin(db)).offerId}`,
    '/taken-back/[id]': async () => `/taken-back/${await aLeadTakenBack(db)}`,
    '/mails/[id]': async () => `/mails/${(await aSentMail(db)).id}`,
    '/operations/runs/[runId]': async () =>
      `/operations/runs/${(await db.jobRun.findFirstOrThrow({ where: { functionId: 'send-alerts' } })).runId}`,
    '/operations/quality/[ruleKey]': async () => `/operations/quality/${await aWrongRecord(db)}`,
    '/twins/[kind]/[sourceId]': async () => {
      const { sourceId } = await db.legacyRecord.findFirstOrThrow({ where: { stream: 'listings' } })
      return `/twins/listing/${encodeURIComponent(sourceId)}`
    },
    '/preferences/[token]/wanted': async () => `/preferences/${(await aBuyerWhoIsAsked(db)).token}/wanted`,
    '/preferences/[token]/mail': async () => {
      const { token, mailId } = await aLongMail(db)
      return `/preferences/${token}/mail?id=${mailId}`
    },
    '/preferences/[token]': async () => `/preferences/${(await aMailAddress(db)).token}`,
    '/sign-up/[token]': async () => `/sign-up/${await aSignUp(db)}`,
    '/confirm/[token]': async () => '/confirm/not-a-token',
    '/invitation/[token]': async () => '/invitation/not-a-token',
    '/reset/[token]': async () => '/reset/not-a-token',
  }
  if (route === '/operations/shadow') await aShadowWeek(db)
  if (route === '/operations/legacy/writes') await aWriteThatWaits(db)
  if (!route.includes('[')) return route
  const example = examples[route]
  if (!example) throw new Error(`Say in this test what ${route} is opened with.`)
  return example()
}

for (const theme of ['light', 'dark'] as const) {
  test(`nobody meets a barrier on any page, in ${theme}`, async ({ db, signInAs, findBarriers }) => {
    test.setTimeout(480_000)
    const page = await signInAs('admin')
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const barriers: string[] = []
    for (const route of await allRoutes()) {
      await page.goto(await fillIn(db, route))
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      barriers.push(...(await findBarriers(page)).map((barrier) => `${route}: ${barrier}`))
    }
    expect(barriers).toEqual([])
  })
}

test('no page is wider than a phone', async ({ db, signInAs }) => {
  test.setTimeout(180_000)
  const page = await signInAs('admin')
  await page.setViewportSize({ width: 390, height: 844 })
  const tooWide: string[] = []
  for (const route of await allRoutes()) {
    await page.goto(await fillIn(db, route))
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 390) tooWide.push(`${route}: ${width} px`)
  }
  expect(tooWide).toEqual([])
})
