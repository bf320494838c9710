import { signLead } from '#world/leads/sender.ts'
import { expect, test } from './fixtures.ts'

test('an admin opens a door for a portal; what it signs stands in Leads at once, and what looks like an advertisement waits to be let in', async ({
  world,
  signInAs,
}) => {
  test.setTimeout(120_000)
  const mark = crypto.randomUUID().slice(0, 6)
  const portal = `Harborside ${mark}`
  const admin = await signInAs('admin')
  await admin.goto('/settings/sources')

  const { address, secret } = await test.step('the source is added, and its secret shown this once', async () => {
    await admin.getByRole('button', { name: 'New source' }).click()
    const form = admin.getByRole('dialog', { name: 'New source' })
    await form.getByLabel('Name', { exact: true }).fill(portal)
    await expect(form.getByLabel('Key', { exact: true })).toHaveValue(`harborside-${mark}`)
    await form.getByRole('button', { name: 'Add the source' }).click()
    const connect = admin.getByRole('dialog', { name: `Connect ${portal}` })
    const codes = connect.locator('pre')
    await expect(codes).toHaveCount(3)
    const shown = {
      address: (await codes.nth(0).textContent()) ?? '',
      secret: (await codes.nth(1).textContent()) ?? '',
    }
    await connect.getByRole('button', { name: 'Close' }).click()
    return shown
  })
  const send = async (lead: object, query = '') => {
    const body = JSON.stringify(lead)
    return fetch(`${address}${query}`, { method: 'POST', headers: signLead(secret, body), body })
  }

  await test.step('a dry run says who would have it, and writes nothing', async () => {
    const response = await send({ name: 'Nobody Yet', email: `dry-${mark}@example.test` }, '?dryRun=1')
    expect(await response.json()).toMatchObject({ dryRun: true, agents: [expect.any(String)] })
  })

  const office = await signInAs('admin')
  await office.goto('/leads')
  await expect(office.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()
  await test.step('a lead that it signs stands in Leads without asking again', async () => {
    const lead = { id: mark, name: `Nora Hale ${mark}`, email: `nora-${mark}@example.test`, message: 'Near the water.' }
    const answers = await Promise.all(Array.from({ length: 3 }, () => send(lead)))
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    const card = office.getByRole('listitem').filter({ hasText: lead.name })
    await expect(card).toHaveCount(1, { timeout: 30_000 })
    await expect(card).toContainText('Near the water.')
  })

  await test.step('an advertisement waits at the door, and is let in by hand', async () => {
    const name = `Bo Ray ${mark}`
    const message = 'SEO and backlinks: https://a.example, https://b.example'
    await send({ name, email: `bo-${mark}@example.test`, message })
    await admin.goto('/leads/waiting')
    const waiting = admin.getByRole('listitem').filter({ hasText: name })
    await expect(waiting).toContainText('Looks like an advertisement')
    await waiting.getByRole('button', { name: 'Let in' }).click()
    await expect(waiting).toHaveCount(0)
    await expect(office.getByRole('listitem').filter({ hasText: name })).toHaveCount(1, { timeout: 30_000 })
  })

  await admin.goto('/settings/sources')
  const line = admin.getByRole('listitem').filter({ hasText: portal })
  await expect(line).toContainText('2 leads in 30 days')
  expect(new URL(address).origin).toBe(world.environment.APP_URL)
})
