import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { aTownOnTheMap } from './stories.ts'

test.use({ viewport: { width: 390, height: 844 } })

const mapOf = (page: Page) => page.locator('section[aria-label="Map of the homes found"] canvas')
const boxIn = (page: Page) => (new URL(page.url()).searchParams.get('box') ?? '').split(',').map(Number)

/** Taps where a place stands on the map, as the address says what the map shows. */
async function tapAt(page: Page, { latitude, longitude }: { latitude: number; longitude: number }) {
  const [south = 0, west = 0, north = 0, east = 0] = boxIn(page)
  const { x = 0, y = 0, width = 0, height = 0 } = (await mapOf(page).boundingBox()) ?? {}
  await page.mouse.click(
    x + ((longitude - west) / (east - west)) * width,
    y + ((north - latitude) / (north - south)) * height,
  )
}

test('a buyer without an account looks on the map, opens a home, and comes back to where they were', async ({
  db,
  page,
  findBarriers,
}) => {
  test.setTimeout(120_000)
  const { town, together, alone } = await aTownOnTheMap(db)
  await page.goto(`/homes?citySlugs=${town}`)
  const cards = page.getByRole('list', { name: 'Homes', exact: true }).getByRole('link')
  await expect(cards).toHaveCount(4)
  await expect(page.getByText('4 homes')).toBeVisible()

  await test.step('a wish is a chip, and stands in the address', async () => {
    await page.getByRole('button', { name: 'Beds & baths' }).click()
    await page.getByRole('radiogroup', { name: 'Bedrooms' }).getByText('3+').click()
    await expect(page).toHaveURL(/bedroomsMin=3/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('list', { name: 'Wishes' })).toContainText('Beds 3+')
    await expect(cards).toHaveCount(3)
    expect(await findBarriers(page)).toEqual([])
  })

  await test.step('a cluster parts when it is tapped; homes that share a point are listed', async () => {
    // All three stand around the middle, so close that they are one bubble there.
    await expect
      .poll(
        async () => {
          if (boxIn(page).length < 4) await mapOf(page).click({ timeout: 5_000 })
          return boxIn(page).length
        },
        { timeout: 30_000 },
      )
      .toBe(4)
    await expect(cards).toHaveCount(3)
    await expect
      .poll(
        async () => {
          const here = page.getByRole('heading', { name: '2 homes here' })
          if ((await here.count()) === 0) await tapAt(page, together)
          return here.count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Close' }).click()
    await tapAt(page, alone)
    await expect(page.getByRole('region', { name: 'The chosen home' })).toContainText('$710,000')
  })

  await test.step('Back leads to the same wishes, the same part of the map and the same place in the list', async () => {
    await cards.last().scrollIntoViewIfNeeded()
    const [address, top] = [page.url(), await page.evaluate(() => window.scrollY)]
    expect(top).toBeGreaterThan(0)
    await cards.last().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Pluff Mud Lane')
    await page.goBack()
    await expect(page).toHaveURL(address)
    await expect(cards).toHaveCount(3)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(top)
  })
})

test('an area is drawn with the keys, stands in the address, and is saved as a search by e-mail', async ({
  db,
  page,
  mailsTo,
  findBarriers,
}) => {
  test.setTimeout(120_000)
  const { town } = await aTownOnTheMap(db)
  await page.goto(`/homes?citySlugs=${town}`)
  await page.getByRole('button', { name: 'Draw an area' }).click()
  await expect(mapOf(page)).toBeFocused({ timeout: 30_000 })
  const corners = page.getByRole('button', { name: /^Corner \d/ })
  for (const [index, key] of ['ArrowLeft', 'ArrowUp', 'ArrowRight'].entries()) {
    await page.keyboard.press('Enter')
    await expect(corners).toHaveCount(index + 1)
    const before = await corners.last().boundingBox()
    await page.keyboard.press(key)
    await expect.poll(() => corners.last().boundingBox()).not.toEqual(before)
  }
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page).toHaveURL(/areas=[\w-]+/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Homes for sale in the area you drew')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Hear of new homes like these' })
  await expect(dialog).toContainText('in an area drawn on the map')
  const email = `buyer-${crypto.randomUUID().slice(0, 8)}@example.test`
  await dialog.getByLabel('Your e-mail address').fill(email)
  await dialog.getByLabel('Your name').fill('Ida Buyer')
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save this search' }).click()
  await expect(page.getByRole('dialog', { name: 'One tap is left' })).toContainText(email)
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 30_000 }).toBe(1)
})
