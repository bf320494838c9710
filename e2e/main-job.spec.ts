import { aContact } from '#server/testing/factories.ts'
import { expect, test } from './fixtures.ts'
import { runNow } from './operations.ts'
import { aHomeIsListed } from './stories.ts'

test('a saved search becomes a mail, the mail a visit, and one click ends it', async ({
  page,
  world,
  db,
  mailsTo,
  request,
  signInAs,
}) => {
  test.setTimeout(240_000)
  const zip = '29915'
  const account = world.accounts.find(({ role }) => role === 'agent')
  const agent = await db.person.findUniqueOrThrow({ where: { email: account?.email ?? '' } })
  const buyer = await aContact(agent, { fullName: `Robin Tallent ${crypto.randomUUID().slice(0, 4)}` }, db)
  const email = buyer.email ?? ''

  await test.step('the agent signs in and saves a search for the buyer', async () => {
    await page.goto('/alerts/new')
    await page.getByLabel('E-mail').fill(agent.email)
    await page.getByLabel('Password', { exact: true }).fill(world.password)
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Contact' }).fill(buyer.fullName)
    await page.getByRole('option', { name: buyer.fullName }).click()
    await page.getByRole('combobox', { name: 'Zip codes' }).fill(zip)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save alert' }).click()
    await expect(page).toHaveURL(/\/alerts\/[0-9a-f-]{36}$/)
  })

  const admin = await signInAs('admin')
  await test.step('the market moves, and the run is seen on Operations', async () => {
    await aHomeIsListed(world, db, { zip, price: 612_500, street: '14 Heron Walk' })
    await runNow(admin, 'Property alerts', /gets? a mail/)
  })

  const mail = await test.step('the mail arrives, once', async () => {
    await expect.poll(async () => (await mailsTo(email)).length, { timeout: 30_000 }).toBe(1)
    const [arrived] = await mailsTo(email)
    if (!arrived) throw new Error('It was there a moment ago.')
    expect(arrived.subject).toBe('New: 14 Heron Walk, $612,500')
    return arrived
  })

  await test.step('its link opens the home, without a sign-in', async () => {
    const stranger = await (await page.context().browser())?.newContext()
    const visit = await stranger?.newPage()
    await visit?.goto(/http:\S+\/homes\/\S+/.exec(mail.text)?.[0] ?? '')
    if (visit) await expect(visit.getByRole('heading', { level: 1 })).toContainText('14 Heron Walk')
    await stranger?.close()
  })

  await test.step('the books of the run close, and the agent sees the mail as it was sent', async () => {
    await runNow(admin, 'Alert books', /closed/)
    await page.goto(`/contacts/${buyer.id}`)
    await page
      .getByRole('link', { name: /New: 14 Heron Walk/ })
      .first()
      .click()
    await expect(page.frameLocator('iframe').getByRole('heading', { name: '$612,500' })).toBeVisible()
  })

  await test.step('looking at the link stops nothing; one click on it stops everything', async () => {
    const oneClick = /<(\S+)>/.exec(mail.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
    await request.get(oneClick)
    expect((await db.mailAddress.findUniqueOrThrow({ where: { email } })).suppressedAt).toBeNull()
    const answer = await request.post(oneClick, { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(answer.status()).toBe(200)
    expect((await db.mailAddress.findUniqueOrThrow({ where: { email } })).suppressedAt).not.toBeNull()
  })

  await test.step('the next run sends nothing to that person, and says why', async () => {
    await aHomeIsListed(world, db, { zip, street: '15 Heron Walk' })
    await runNow(admin, 'Property alerts', /gets? a mail/)
    await expect
      .poll(
        async () =>
          (await db.outboxMail.findFirst({ where: { recipient: email }, orderBy: { createdAt: 'desc' } }))
            ?.suppressedReason,
        { timeout: 30_000 },
      )
      .toBe('unsubscribed')
    expect(await mailsTo(email)).toHaveLength(1)
  })
})
