import { aMaster } from '#server/testing/masters.ts'
import { order } from './control.ts'
import { expect, test } from './fixtures.ts'

test('deals come from the old system until they move; when it is away the page says so, and goes on when it is back', async ({
  world,
  db,
  signInAs,
  findBarriers,
}) => {
  const owner = await db.person.findFirstOrThrow({ where: { role: 'owner' } })
  await aMaster(db, 'deals', 'legacy', owner)
  const page = await signInAs('admin')
  await page.goto('/deals')
  await expect(page.getByText('Deals are still kept in the old system')).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: /^Under contract, \d+/ })
      .getByRole('link')
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'New deal' })).toBeHidden()

  await order(world.controlUrl, 'hide-old-deals')
  try {
    await page.reload()
    await expect(page.getByText('The old system cannot be reached')).toBeVisible()
    await expect(page.getByText(/It was last reached/)).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
    // The rest of the house is as it was.
    await page.getByRole('link', { name: 'Contacts' }).click()
    await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible()
    await page.goBack()
    await expect(page.getByText('The old system cannot be reached')).toBeVisible()
  } finally {
    await order(world.controlUrl, 'show-old-deals')
  }
  // The breaker lets a question through again after a while.
  await expect(async () => {
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('region', { name: /^Under contract, \d+/ })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 40_000 })
})
