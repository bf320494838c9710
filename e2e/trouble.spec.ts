import { runJob } from '#demo/operate.ts'
import { order } from './control.ts'
import { expect, test } from './fixtures.ts'
import { runNow } from './operations.ts'
import { aBuyerWith, aHomeIsListed } from './stories.ts'

test('a failing mail server raises an alarm, the run shows it, and recovery resolves it', async ({
  world,
  db,
  signInAs,
  mailsTo,
}) => {
  test.setTimeout(180_000)
  const page = await signInAs('admin')
  const buyer = await aBuyerWith(db, { postalCodes: ['29926'] })
  await order(world.controlUrl, 'refuse-mails')
  try {
    await aHomeIsListed(world, db, { zip: '29926' })
    await runNow(page, 'Property alerts', /get a mail|gets a mail/)

    await page.goto('/operations')
    const incident = page
      .getByRole('listitem')
      .filter({ hasText: 'Mail delivery' })
      .filter({ hasText: 'Needs attention' })
    await expect(incident).toBeVisible({ timeout: 30_000 })
    await incident.getByRole('link', { name: 'Open the run' }).click()
    await expect(page.getByText(/to try again/).first()).toBeVisible()
    await expect
      .poll(async () => JSON.stringify(await (await fetch(`${world.alarmsUrl}/messages`)).json()))
      .toContain('Mail delivery')
    expect(await mailsTo(buyer.email)).toHaveLength(0)
  } finally {
    await order(world.controlUrl, 'take-mails')
  }
  // It is tried again after a minute, which has a test with a clock of its own: here that minute is over now.
  const { count } = await db.outboxMail.updateMany({
    where: { recipient: buyer.email, state: 'queued' },
    data: { notBefore: new Date() },
  })
  expect(count).toBe(1)
  await runNow(page, 'Mail delivery', /sent/)
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Mail delivery' }).filter({ hasText: 'Over after' }).first(),
  ).toBeVisible({ timeout: 30_000 })
  // A delivery that was at work already when it was asked for has not seen it: another one is asked for.
  const arrived = async () => {
    const { length } = await mailsTo(buyer.email)
    if (length === 0) await runJob(db, world.environment, 'deliver-mails')
    return length
  }
  await expect.poll(arrived, { timeout: 75_000 }).toBe(1)
})

test('a killed worker is reported while it is dead, and the report ends when it is back', async ({
  world,
  signInAs,
  request,
}) => {
  const page = await signInAs('admin')
  const health = () => request.get(`${world.environment.APP_URL}/api/health/jobs`)
  await order(world.controlUrl, 'kill-worker')
  try {
    await page.goto('/operations')
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /worker/i })
        .filter({ hasText: 'Needs attention' }),
    ).toBeVisible({ timeout: 60_000 })
    const answer = await health()
    expect(answer.status()).toBe(503)
    expect(await answer.text()).toMatch(/worker/i)
    await expect
      .poll(async () => JSON.stringify(await (await fetch(`${world.alarmsUrl}/messages`)).json()), { timeout: 30_000 })
      .toMatch(/worker/i)
  } finally {
    await order(world.controlUrl, 'start-worker')
  }
  await expect.poll(async () => (await health()).status(), { timeout: 60_000 }).toBe(200)
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /worker/i })
      .filter({ hasText: 'Over after' })
      .first(),
  ).toBeVisible({ timeout: 60_000 })
})
