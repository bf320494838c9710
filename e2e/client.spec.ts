import { devices } from '@playwright/test'
import { aClientWithHomes } from './alert-stories.ts'
import { expect, test } from './fixtures.ts'

const { defaultBrowserType: _unused, ...phone } = devices['iPhone 13']
test.use({ contextOptions: { hasTouch: true, isMobile: true }, viewport: phone.viewport })

test('a client on a phone loves a home, says no to one, keeps the night quiet and takes a month off', async ({
  page,
  db,
  findBarriers,
}) => {
  const { token, email, homes, searchId, contactId } = await aClientWithHomes(db)
  const [loved = '', refused = ''] = homes
  await page.goto(`/preferences/${token}`)

  await test.step('a heart is kept, and a no takes the home off the shelf', async () => {
    await page.getByRole('article', { name: loved }).getByRole('button', { name: 'Love it' }).tap()
    await page.getByRole('article', { name: refused }).getByRole('button', { name: 'No' }).tap()
    await expect(page.getByRole('article', { name: refused })).toHaveCount(0)
    await expect.poll(() => db.contactListing.count({ where: { email } })).toBe(2)
  })

  await test.step('no mail at night, said back in words', async () => {
    await page.getByRole('link', { name: 'Alerts' }).tap()
    // What was said last may still stand over it.
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
    await page.getByText('What we find then waits').tap()
    await expect(page.getByText('No mail between 9 pm and 7 am, Charleston time.').first()).toBeVisible()
    await page.getByRole('combobox', { name: 'Quiet until' }).selectOption({ label: '8:30 am' })
    await page
      .getByRole('combobox', { name: 'Your time zone' })
      .selectOption({ label: 'Pacific: Los Angeles, Seattle' })
    const hours = { timeZone: 'America/Los_Angeles', quietFrom: 1_260, quietTo: 510 }
    await expect.poll(() => db.mailAddress.findUnique({ where: { email } })).toMatchObject(hours)
  })

  await test.step('one search comes on Fridays, and rests for a month', async () => {
    await page.getByRole('combobox', { name: /^How often/ }).selectOption('Weekly')
    await page.getByRole('button', { name: 'Pause for 30 days' }).tap()
    await expect(page.getByText(/^Paused until/)).toBeVisible()
    const search = () => db.savedSearch.findUniqueOrThrow({ where: { id: searchId } })
    await expect.poll(search).toMatchObject({ cadence: 'Weekly', pausedUntil: expect.any(Date) })
    expect(await findBarriers(page)).toEqual([])
  })

  const told = await db.timelineEntry.findMany({ where: { contactId }, orderBy: { occurredAt: 'asc' } })
  expect(told.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['home.favorite', 'alerts.hours', 'search.cadence']),
  )
})
