import { devices } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { aHomeIsListed } from './stories.ts'

test('a buyer asks about a home on a phone; it stands in Leads the moment it is sent, and both get a mail', async ({
  world,
  db,
  ownBrowser,
  mailsTo,
  signInAs,
}) => {
  test.setTimeout(120_000)
  const mlsNumber = await aHomeIsListed(world, db, { zip: '29927', street: '9 Wren Landing' })
  const { listingKey } = await db.listing.findFirstOrThrow({ where: { listingId: mlsNumber } })
  const email = `buyer-${crypto.randomUUID().slice(0, 8)}@example.test`
  const name = `Nora Hale ${email.slice(6, 10)}`

  const desk = await signInAs('admin')
  await desk.goto('/leads')
  await expect(desk.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()

  const { defaultBrowserType: _unused, ...phone } = devices['iPhone 13']
  const pocket = await ownBrowser.newContext({ ...phone, baseURL: world.environment.APP_URL })
  await test.step('she asks, and ticks that she wants to hear of homes like it', async () => {
    const page = await pocket.newPage()
    await page.goto(`/homes/${encodeURIComponent(listingKey)}`)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Your name').pressSequentially(name, { delay: 60 })
    await dialog.getByLabel('E-mail').pressSequentially(email, { delay: 40 })
    await dialog.getByLabel('What would you like to know?').fill('Is the dock deep enough for a sailboat?')
    await dialog.getByLabel(/Tell me about homes like this one/).check()
    await dialog.getByRole('button', { name: /^Send it to/ }).click()
    await expect(dialog.getByRole('heading', { name: 'It is on its way' })).toBeVisible()
  })
  await pocket.close()

  await test.step('the office sees it without asking again, and makes the alert with one tap', async () => {
    const card = desk.getByRole('listitem').filter({ hasText: name })
    await expect(card.getByRole('link', { name })).toBeVisible({ timeout: 30_000 })
    await expect(card).toContainText('Is the dock deep enough')
    await card.getByRole('button', { name: 'Make this alert' }).click()
    await expect(card.getByRole('button', { name: 'Make this alert' })).toHaveCount(0)
    await card.getByRole('button', { name: 'Mark as answered' }).click()
    await expect(card.getByText('Answered', { exact: true })).toBeVisible()
  })

  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 30_000 }).toBe(1)
  const inquiry = await db.inquiry.findFirstOrThrow({ where: { email }, include: { agent: true, search: true } })
  expect(inquiry.search).not.toBeNull()
  await expect
    .poll(async () => (await mailsTo(inquiry.agent?.email ?? '')).some(({ subject }) => subject.includes(name)))
    .toBe(true)
})
