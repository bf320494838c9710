import { aHeldFind } from './alert-stories.ts'
import { expect, test } from './fixtures.ts'

test('an agent lets one find go out and holds another back, by the keyboard alone', async ({ db, signInAs }) => {
  const [yes, no] = [await aHeldFind(db), await aHeldFind(db)]
  const page = await signInAs('admin')
  await page.goto('/alerts/approvals')
  await expect(page.getByRole('link', { name: yes.name })).toBeVisible()

  /** Walks down the list until the card of a person has the focus. */
  async function walkTo(name: string) {
    const link = page.getByRole('link', { name })
    await expect(async () => {
      await page.keyboard.press('j')
      await expect(link).toBeFocused({ timeout: 100 })
    }).toPass()
  }
  await walkTo(yes.name)
  await page.keyboard.press('a')
  await expect(page.getByText(`Approved: ${yes.name}.`)).toBeVisible()
  await expect(page.getByRole('link', { name: yes.name })).toHaveCount(0)
  await walkTo(no.name)
  await page.keyboard.press('s')
  await expect(page.getByText(`Skipped: ${no.name} will not hear of it.`)).toBeVisible()

  const holdOf = (holdId: string) => db.alertHold.findUniqueOrThrow({ where: { id: holdId } })
  expect(await holdOf(yes.holdId)).toMatchObject({ droppedBecause: null, decidedAt: expect.any(Date) })
  expect(await holdOf(no.holdId)).toMatchObject({ state: 'dropped', droppedBecause: 'skipped' })
})
