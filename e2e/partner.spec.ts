import { runJob } from '#demo/operate.ts'
import { expect, test } from './fixtures.ts'
import { aBuyerWith, aHomeIsListed } from './stories.ts'

const ZIP = '29926'
const preferencesIn = (text: string) => /https?:\/\/\S+\/preferences\/\S+/.exec(text)?.[0] ?? ''

test('an agent adds a partner to an alert, the partner leaves alone, and the contact goes on', async ({
  page,
  signInAs,
  mailsTo,
  findBarriers,
  world,
  db,
}) => {
  const { searchId, email } = await aBuyerWith(db, { postalCodes: [ZIP] })
  const partner = `partner-${crypto.randomUUID().slice(0, 8)}@example.test`
  const agent = await signInAs('agent')
  await agent.goto(`/alerts/${searchId}`)
  await agent.getByRole('button', { name: 'Add somebody' }).click()
  const added = agent.getByRole('list', { name: 'Who else gets it' })
  await added.getByLabel('Name').fill('Bob Rivers')
  await added.getByLabel('E-mail').fill(partner)
  await agent.getByRole('button', { name: 'Save changes' }).click()
  await expect(agent.getByText('Tick this when they asked for it')).toBeVisible()
  await agent.getByRole('checkbox', { name: 'They asked me to get these mails' }).check()
  expect(await findBarriers(agent)).toEqual([])
  await agent.getByRole('button', { name: 'Save changes' }).click()
  await expect(agent.getByText('The change is saved.')).toBeVisible()

  const told = async () => [(await mailsTo(email)).length, (await mailsTo(partner)).length]
  const aHomeIsTold = async () => {
    await aHomeIsListed(world, db, { zip: ZIP })
    await runJob(db, world.environment, 'send-alerts')
  }
  await aHomeIsTold()
  await expect.poll(told, { timeout: 60_000 }).toEqual([1, 1])
  const [mail] = await mailsTo(partner)
  expect(mail?.text).toContain('added you to “A search”')

  await page.goto(preferencesIn(mail?.text ?? ''))
  await expect(page.getByText(/added you to this search of/)).toBeVisible()
  await page.getByRole('switch', { name: /A search/ }).press('Space')
  await expect(page.getByText('“A search” is off.')).toBeVisible()
  await aHomeIsTold()
  await expect.poll(told, { timeout: 60_000 }).toEqual([2, 1])

  await agent.reload()
  await expect(agent.getByRole('list', { name: 'Who left' })).toContainText(/Bob Rivers, .* Left on/)
})
