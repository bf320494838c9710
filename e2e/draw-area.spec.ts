import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { expect, test } from './fixtures.ts'
import { aBuyerWith } from './stories.ts'

test('an area is drawn, corrected and saved without a pointer, and no barrier stands in the way', async ({
  db,
  signInAs,
  findBarriers,
}) => {
  test.setTimeout(120_000)
  const { searchId } = await aBuyerWith(db, { citySlugs: ['mount-pleasant'] })
  const page = await signInAs('admin')
  const { keyboard } = page
  await page.goto(`/alerts/${searchId}`)
  await page.getByRole('button', { name: 'Draw an area on the map' }).press('Enter')
  const map = page.locator('section[aria-label="Map of the drawn areas"] canvas')
  await expect(map).toBeFocused({ timeout: 30_000 })

  await test.step('Enter sets a corner where the cross is, the arrow keys move the map', async () => {
    const corners = page.getByRole('button', { name: /^Corner \d/ })
    // The page is shown with reduced motion: a map that has moved stands still.
    for (const [index, key] of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'].entries()) {
      await keyboard.press('Enter')
      await expect(corners).toHaveCount(index + 1)
      const before = await corners.last().boundingBox()
      await keyboard.press(key)
      await expect.poll(() => corners.last().boundingBox()).not.toEqual(before)
    }
    await page.getByRole('button', { name: 'Undo last corner' }).press('Enter')
    await expect(corners).toHaveCount(3)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Corner 1 of 3: press to close the area' }).press('Enter')
  })

  await test.step('a corner that is wrong is moved', async () => {
    const list = page.getByRole('list', { name: 'Drawn areas' })
    await expect(list).toContainText('3 corners, about')
    const before = await list.textContent()
    const corner = page.getByRole('button', { name: /^Corner 2 of 3/ })
    await corner.focus()
    for (let times = 0; times < 8; times += 1) await keyboard.press('ArrowDown')
    await expect(corner).toBeFocused()
    await expect.poll(() => list.textContent()).not.toBe(before)
    expect(await findBarriers(page)).toEqual([])
  })

  await test.step('what is saved is what was drawn, and the sentence says it', async () => {
    await expect(page.getByText(/in an area drawn on the map/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect.poll(() => db.savedSearchVersion.count({ where: { searchId } }), { timeout: 20_000 }).toBe(2)
    const saved = await db.savedSearchVersion.findFirstOrThrow({ where: { searchId, version: 2 } })
    const [ring, ...others] = criteriaSchema.shape.polygons.parse(saved.polygons)
    expect([ring?.length, others]).toEqual([3, []])
  })
})
