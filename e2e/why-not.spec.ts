import { expect, test } from './fixtures.ts'
import { aBuyerWith } from './stories.ts'

test('an agent asks why a buyer did not hear of a home, and reads which wish it fails', async ({
  db,
  signInAs,
  findBarriers,
}) => {
  const home = await db.listing.findFirstOrThrow({
    // A home of the old system: other journeys put up theirs at one address.
    where: {
      listingKey: { startsWith: 'legacy:' },
      ...{ standardStatus: 'Active', internetEntireListingDisplayYN: true, bedroomsTotal: { gte: 2 } },
    },
  })
  const { contact } = await aBuyerWith(db, { postalCodes: [home.postalCode], bedroomsMin: 1, listPriceMax: 1_000 })
  const page = await signInAs('admin')

  await test.step('the palette finds the buyer, and says to who listens which line Enter takes', async () => {
    await page.goto('/alerts')
    const field = page.getByRole('combobox', { name: /Find a person/ })
    // A key that is pressed before the page listens is nobody's; pressed again the palette stays as it is.
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+k')
      await expect(field).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await field.fill(contact.fullName)
    await expect(page.getByRole('option', { name: contact.fullName })).toHaveAttribute('aria-selected', 'true')
    const active = page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`)
    await expect(active).toContainText(contact.fullName)
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: contact.fullName })).toBeVisible()
  })

  await page.getByRole('button', { name: 'Why, or why not?' }).click()
  const dialog = page.getByRole('dialog')
  // The dialog hands the focus to its field; what is typed before that is lost with it.
  await expect(dialog.getByRole('combobox', { name: 'Home' })).toBeFocused()
  await page.keyboard.type(home.listingId)
  await page.getByRole('option', { name: home.streetAddress }).click()

  const row = (what: string) => dialog.getByRole('row').filter({ hasText: what })
  await expect(row('Price').getByLabel('Does not hold')).toBeVisible()
  await expect(row('Price')).toContainText('up to $1,000')
  await expect(row('Where').getByLabel('Holds', { exact: true })).toBeVisible()
  await expect(row('Beds').getByLabel('Holds', { exact: true })).toBeVisible()
})
