import { anAgent } from '#server/testing/factories.ts'
import { aLead } from '#server/testing/lead-factories.ts'
import { leadSecretOf, signLead } from '#world/leads/sender.ts'
import { expect, test } from './fixtures.ts'
import { holdRules } from './lead-stories.ts'

const DAY_MS = 24 * 60 * 60_000

let letGo: () => Promise<void>
test.beforeAll(async ({ world }) => {
  test.setTimeout(180_000)
  letGo = await holdRules(world)
})
test.afterAll(() => letGo())

test('a rule is drafted, moved, tried and proposed by one admin, published by another, followed by the next lead, and taken back', async ({
  db,
  world,
  signInAs,
}) => {
  test.setTimeout(120_000)
  const id = crypto.randomUUID()
  const key = `harbor-${id.slice(0, 8)}`
  const portal = `Harbor ${id.slice(0, 8)}`
  const rule = `Of ${portal}`
  await db.leadSource.create({ data: { id, key, name: portal, door: 'webhook', createdAt: new Date() } })
  // Somebody of this journey's own: nobody else makes them busy or sends them away.
  const { officeId } = await db.person.findFirstOrThrow({ where: { role: 'admin', passwordHash: { not: null } } })
  const agent = await anAgent(officeId, { fullName: `Sam ${id.slice(0, 8)}` }, db)
  const page = await signInAs('admin')
  await page.goto('/settings/rules')
  await page.getByRole('button', { name: 'Change the rules' }).click()
  const rows = page.getByRole('list', { name: 'Rules', exact: true }).locator(':scope > li')
  const last = rows.last().getByRole('button', { name: rule, exact: true })

  await test.step('a rule for everything is written down, and stands last', async () => {
    await page.getByRole('button', { name: 'New rule' }).click()
    const form = page.getByRole('dialog', { name: 'New rule' })
    await form.getByLabel('Name', { exact: true }).fill(rule)
    await form.getByRole('combobox', { name: 'Method' }).click()
    await page.getByRole('option', { name: 'One agent' }).click()
    await form.getByRole('combobox', { name: 'Agent' }).fill(agent.fullName)
    await page.getByRole('option', { name: agent.fullName }).click()
    await form.getByText('has it at once').click()
    await form.getByRole('button', { name: 'Save in the draft' }).click()
    await expect(last).toBeVisible()
  })

  await test.step('moved up by keys it stands in the way of another, and is told so; Undo takes the move back', async () => {
    const wrong = page.getByText(`“${rule}” stands above it and fits every lead that it fits`)
    await page.getByRole('button', { name: rule, exact: true }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(wrong).toBeVisible()
    await expect(last).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(last).toBeVisible()
    await expect(wrong).toHaveCount(0)
  })

  await test.step('of that source alone it goes before all others', async () => {
    await page.getByRole('button', { name: rule, exact: true }).click()
    const form = page.getByRole('dialog', { name: 'Edit the rule' })
    await form.getByRole('combobox', { name: 'Source' }).fill(portal)
    await page.getByRole('option', { name: portal }).click()
    await form.getByRole('button', { name: 'Save in the draft' }).click()
    await expect(rows.filter({ hasText: rule })).toContainText(`All leads from ${portal}`)
  })

  await test.step('it is tried on the leads of the last months, and proposed; who proposes does not publish', async () => {
    await page.getByRole('button', { name: 'Try the draft' }).click()
    await expect(page.getByText('Tried in the wind tunnel as it stands (done)')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Propose it' }).click()
    await expect(page.getByText('You have proposed it: another admin publishes it.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Publish it' })).toBeDisabled()
  })

  const other = await signInAs('owner')
  await test.step('another publishes it', async () => {
    await other.goto('/settings/rules')
    await other.getByRole('button', { name: 'Publish it' }).click()
    await expect(other.getByText(/is in force from the next lead on/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change the rules' })).toBeVisible()
  })

  await test.step('the next lead of that source goes by it, and says so', async () => {
    const { APP_URL, NEXTAUTH_SECRET } = world.environment
    const body = JSON.stringify({
      id,
      name: `Nora ${id.slice(0, 6)}`,
      email: `${key}@example.test`,
      city: 'charleston',
    })
    const headers = signLead(leadSecretOf(NEXTAUTH_SECRET, id), body)
    const answer = await fetch(`${APP_URL}/api/leads/webhook/${key}`, { method: 'POST', headers, body })
    expect(answer.status).toBe(202)
    const find = () => db.inquiry.findFirst({ where: { sourceId: id, agentId: agent.id } })
    await expect.poll(find, { timeout: 30_000 }).not.toBeNull()
    await page.goto(`/leads/${(await find())?.id}`)
    await expect(page.getByRole('region', { name: 'Why' })).toContainText(rule)
  })

  await test.step('one step takes the rules of before back into force', async () => {
    await other.getByRole('button', { name: 'Roll back to it' }).first().click()
    const dialog = other.getByRole('dialog')
    await expect(dialog).not.toContainText(rule)
    await dialog.getByLabel('Why').fill('It was a trial.')
    await dialog.getByRole('button', { name: 'Roll back' }).click()
    await expect(other.getByText(/are in force again, as version/)).toBeVisible()
    await expect(other.getByText(rule)).toHaveCount(0)
  })
})

test('the reports on response and on equal service open with their plots, and a bar opens the leads behind it', async ({
  db,
  signInAs,
}) => {
  const admin = await db.person.findFirstOrThrow({ where: { role: 'admin', passwordHash: { not: null } } })
  const receivedAt = new Date(Date.now() - 10 * DAY_MS)
  const waited = {
    receivedAt,
    takenInAt: receivedAt,
    citySlug: 'folly-beach',
    state: 'open' as const,
    agentId: admin.id,
  }
  const lead = await aLead(admin, waited, db)
  const page = await signInAs('admin')
  await page.goto('/reports/response')
  const bars = page.getByRole('list', { name: 'Leads by waiting time' })
  await expect(bars.getByRole('link')).toHaveCount(7)
  await bars.getByRole('link', { name: /nobody yet/ }).click()
  await expect(page.getByRole('link', { name: lead.fullName })).toBeVisible()
  const month = receivedAt.toLocaleDateString('en-CA', { timeZone: 'America/New_York' }).slice(0, 7)
  await page.goto(`/reports/fairness?month=${month}`)
  const plot = page.getByRole('region', { name: 'Turned to within 15 minutes' })
  await expect(plot.getByRole('listitem').filter({ hasText: 'Folly Beach' })).toContainText('%')
  await expect(page.getByRole('region', { name: 'Area by area' })).toContainText('Folly Beach')
})
