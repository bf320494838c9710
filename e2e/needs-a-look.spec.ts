import { aBuyerWhoIsAsked } from './asked-buyers.ts'
import { expect, test } from './fixtures.ts'

test('an agent keeps an alert by a key and takes it back; its client keeps it by one tap, and opening the page alone does nothing', async ({
  db,
  page,
  signInAs,
}) => {
  const { contact, searchId, token } = await aBuyerWhoIsAsked(db)
  const standing = () =>
    db.searchStanding.findUniqueOrThrow({ where: { searchId_lane: { searchId, lane: 'Ignored' } } })

  const admin = await signInAs('admin')
  await admin.goto('/alerts?state=needsLook')
  await expect(admin.getByRole('listitem').filter({ hasText: contact.fullName })).toContainText('Slows down soon')
  await admin.getByRole('link', { name: /needs? a look/ }).click()
  const card = admin.getByRole('listitem').filter({ hasText: contact.fullName })
  await expect(card).toContainText('74 days and 12 mails without a sign of life.')
  await expect(card).toContainText('will write once a day instead of at once.')
  await card.getByRole('link').first().focus()
  await admin.keyboard.press('y')
  await expect(card).toHaveCount(0)
  await admin.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toBeVisible()
  expect(await standing()).toMatchObject({ keptAt: null, keptUntil: null })

  await page.goto(`/preferences/${token}/wanted`)
  await expect(page.getByRole('heading', { name: 'Still want these?' })).toBeVisible()
  expect(await standing()).toMatchObject({ keptAt: null })
  await page.getByRole('button', { name: 'Keep it: at once' }).click()
  await expect(page.getByText('Done. We write at once.')).toBeVisible()
  await expect.poll(async () => (await standing()).keptAt).not.toBeNull()
  await admin.reload()
  await expect(card).toHaveCount(0)
})
