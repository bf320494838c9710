import { expect, test } from './fixtures.ts'
import { aBuyerWith } from './stories.ts'

test('a task is typed in one line, done by a key and taken back; a note is written and pinned on top', async ({
  db,
  signInAs,
}) => {
  const { contact } = await aBuyerWith(db, { postalCodes: ['29910'] })
  // Of this run alone: a test that is tried again finds one of them.
  const what = `Call about ${contact.fullName}`
  const page = await signInAs('agent')
  await page.goto(`/contacts/${contact.id}`)

  await page.getByRole('textbox', { name: 'New task' }).fill(`${what} tomorrow 2pm !`)
  await expect(page.getByText('Tomorrow, 2 pm · Call · Important')).toBeVisible()
  await page.keyboard.press('Enter')
  const tasks = page.getByRole('list', { name: 'Tasks' })
  await expect(tasks).toContainText(what)

  for (const words of ['Wants a screened porch.', 'Prefers texts.']) {
    await page.getByRole('textbox', { name: 'New note' }).fill(words)
    await page.keyboard.press('Control+Enter')
  }
  const notes = page.getByRole('list', { name: 'Notes' }).getByRole('listitem')
  await expect(notes).toContainText(['Prefers texts.', 'Wants a screened porch.'])
  await page.getByRole('button', { name: 'More for the note “Wants a screened porch.”' }).click()
  await page.getByRole('menuitem', { name: 'Pin on top' }).click()
  await expect(notes).toContainText(['Wants a screened porch.', 'Prefers texts.'])
  await expect.poll(() => db.note.count({ where: { contactId: contact.id, pinned: true } })).toBe(1)

  const done = () => db.task.count({ where: { contactId: contact.id, completedAt: { not: null } } })
  await page.goto('/calendar')
  await page.getByRole('checkbox', { name: `Done: ${what}` }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(done).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(done).toBe(0)
  await expect(page.getByRole('checkbox', { name: `Done: ${what}` })).not.toBeChecked()
})
