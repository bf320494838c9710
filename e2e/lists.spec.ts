import { aContact, anAgent } from '#server/testing/factories.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { expect, test } from './fixtures.ts'

test('an agent picks contacts by keyboard, changes them at once, takes it back, and keeps the filters as a view', async ({
  db,
  openContext,
  findBarriers,
}) => {
  const { id: officeId } = await db.office.findFirstOrThrow()
  const agent = await anAgent(officeId, {}, db)
  const name = `Quill${Date.now()}`
  for (const each of ['Ada', 'Bo', 'Cy']) await aContact(agent, { fullName: `${each} ${name}`, stage: 'lead' }, db)
  // Somebody whom the search leaves out: the count tells when it has been applied.
  await aContact(agent, { fullName: 'Dee Elsewhere', stage: 'lead' }, db)
  const stages = async () =>
    (await db.contact.findMany({ where: { fullName: { endsWith: name } } })).map(({ stage }) => stage).join()

  const context = await openContext()
  await context.addCookies([await sessionCookieFor(agent, { db })])
  const page = await context.newPage()
  await page.goto('/contacts')
  await expect(page.getByText('4 people')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Name or e-mail address' }).fill(name)
  await page.waitForURL(/q=Quill/)
  await expect(page.getByText('3 people')).toBeVisible()
  await page.getByRole('heading', { name: 'Contacts' }).click()
  for (const key of ['j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
  const bar = page.getByRole('region', { name: 'Selected contacts' })
  await expect(bar.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page
    .getByRole('checkbox', { name: /^Pick \w+ Quill/ })
    .first()
    .click()
  await page
    .getByRole('checkbox', { name: /^Pick \w+ Quill/ })
    .last()
    .click({ modifiers: ['Shift'] })
  await bar.getByRole('button', { name: 'Stage' }).click()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Client', exact: true }).click()
  await expect(page.getByText('3 now client.')).toBeVisible()
  expect(await stages()).toBe('client,client,client')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stages).toBe('lead,lead,lead')

  await page.getByRole('button', { name: 'Save as a view' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('My quills')
  await page.keyboard.press('Enter')
  const tab = page.getByRole('link', { name: 'My quills' })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await page.getByRole('radio', { name: 'Leads' }).click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden()
  await page.getByRole('button', { name: 'More for the view My quills' }).click()
  await page.getByRole('menuitem', { name: 'Open the list with this view' }).click()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Came from' }).click()
  await expect
    .poll(() => db.listSetting.findFirst({ where: { personId: agent.id }, select: { hiddenColumns: true } }))
    .toEqual({ hiddenColumns: ['source'] })

  await page.goto('/contacts')
  await expect(page).toHaveURL(/stage=lead/)
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText('3 people')).toBeVisible()
  await expect(page.getByText('Came from', { exact: true })).toHaveCount(0)
})
