import { readdir } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import type { Page } from '@playwright/test'
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

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1440, height: 900 }
/** The pages are shared out, so that no walk is the last that everybody waits for. */
const WALKS = 6

async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

test.describe.configure({ mode: 'parallel' })

for (let walk = 0; walk < WALKS; walk += 1) {
  // One visit for all three questions: opening a page took longer than asking.
  test(`no page is wider than a phone, and nobody meets a barrier in light or dark, walk ${walk + 1} of ${WALKS}`, async ({
    db,
    signInAs,
    findBarriers,
  }) => {
    test.setTimeout(240_000)
    const page = await signInAs('admin')
    const found: string[] = []
    for (const route of (await allRoutes()).filter((_, index) => index % WALKS === walk)) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.setViewportSize(PHONE)
      await page.goto(await fillIn(db, route))
      await settled(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > PHONE.width) found.push(`${route}: ${width} px`)

      await page.setViewportSize(DESKTOP)
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
        await settled(page)
        found.push(...(await findBarriers(page)).map((barrier) => `${route} in ${theme}: ${barrier}`))
      }
    }
    expect(found).toEqual([])
  })
}
