import { expect, test } from './fixtures.ts'

const PASSWORD = 'a heron on the dock'
const linkIn = (text: string) => /https?:\/\/\S+\/(?:invitation|reset)\/[\w-]+/.exec(text)?.[0] ?? ''

test('an invited agent sets a password from the mail, works, and is out the moment they are removed', async ({
  page,
  signInAs,
  mailsTo,
  expectInConsole,
}) => {
  expectInConsole(/400 \(Bad Request\).*acceptInvitation/)
  expectInConsole(/401 \(Unauthorized\)/)
  const admin = await signInAs('admin')
  const email = `nia-${Date.now()}@palmetto.example`
  await admin.goto('/settings/people')
  await admin.getByRole('button', { name: 'Invite somebody' }).click()
  const form = admin.getByRole('dialog', { name: 'Invite somebody' })
  await form.getByLabel('Name').fill('Nia Drayton')
  await form.getByLabel('E-mail').fill(email)
  await form.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(admin.getByText(`The invitation is on its way to ${email}.`)).toBeVisible()

  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 60_000 }).toBe(1)
  const [invitation] = await mailsTo(email)
  await page.goto(linkIn(invitation?.text ?? ''))
  await expect(page.getByRole('heading', { name: 'Welcome, Nia' })).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill('too short')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/listings/)

  // The link was for one use.
  await page.goto(linkIn(invitation?.text ?? ''))
  await expect(page.getByRole('heading', { name: 'This link is over' })).toBeVisible()

  await page.goto('/forgot')
  await page.getByLabel('E-mail').fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByText('a link to set a new password is on its way')).toBeVisible()
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 60_000 }).toBe(2)
  await page.goto(linkIn((await mailsTo(email))[1]?.text ?? ''))
  await page.getByLabel('New password', { exact: true }).fill(`${PASSWORD} again`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/listings/)

  await admin.goto('/settings/people?q=nia-')
  await admin.getByRole('button', { name: 'Actions for Nia Drayton' }).click()
  await admin.getByRole('menuitem', { name: 'Remove' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(admin.getByText('Nia Drayton was removed.')).toBeVisible()

  // The page that stands open may be on its way to the door by itself, and stops whatever else it was sent to.
  await page.goto('/contacts').catch(() => null)
  await expect(page).toHaveURL(/\/sign-in/)
})
