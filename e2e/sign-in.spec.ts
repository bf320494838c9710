import { expect, test } from './fixtures.ts'

test('an agent signs in with the form, lands where they wanted to go, and signs out for good', async ({
  page,
  world,
}) => {
  const agent = world.accounts.find(({ role }) => role === 'agent')
  await page.goto('/listings')
  await expect(page).toHaveURL(/\/sign-in\?/)
  await page.getByLabel('E-mail').fill(agent?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(world.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/listings$/)

  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: `Your menu, ${agent?.fullName}` }).click()
  // What the menu asks for has come: an answer after the end of the session is a refusal in the console.
  await expect(page.getByRole('button', { name: /Set me to away|I am back/ })).toBeEnabled()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)

  // The cookie alone opens nothing any more: the session behind it has ended.
  await page.context().addCookies(cookies)
  await page.goto('/listings')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a wrong password and an unknown account get the same words', async ({ page, world, expectInConsole }) => {
  expectInConsole(/401 \(Unauthorized\).*callback\/credentials/)
  const words = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('certainly-not-the-password')
    await page.keyboard.press('Enter')
    return page.getByRole('alert').filter({ hasText: /\w/ }).first().textContent()
  }
  const known = await words(world.accounts[0]?.email ?? '')
  expect(known).toBeTruthy()
  expect(await words('nobody-at-all@palmetto.example')).toBe(known)
})
