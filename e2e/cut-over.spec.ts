import { runJob } from '#demo/operate.ts'
import { expect, test } from './fixtures.ts'

test('a switch is refused with its reasons, made with evidence, and taken back; all of it stays on record', async ({
  db,
  signInAs,
  world: { environment },
}) => {
  test.setTimeout(180_000)
  const admin = await signInAs('admin')
  await admin.goto('/operations/cut-over?feature=contacts')
  await admin.getByRole('button', { name: 'Make Palmetto the master' }).click()
  const refused = admin.getByRole('dialog', { name: 'Contacts: make Palmetto the master' })
  await expect(refused.getByText('This is not proven yet:')).toBeVisible()
  await expect(refused.getByText('Nobody has rehearsed it.')).toBeVisible()
  await expect(refused.getByLabel('Why')).toHaveCount(0)
  await refused.getByRole('button', { name: 'Not now' }).click()

  await runJob(db, environment, 'reconcile-legacy')
  await runJob(db, environment, 'compare-legacy')
  await admin.getByRole('link', { name: 'Listings', exact: true }).last().click()
  await expect(admin.getByRole('heading', { name: 'Listings' })).toBeVisible()
  await admin.getByRole('button', { name: 'Rehearse' }).click()
  const rehearsal = admin.getByRole('region', { name: 'Rehearsal' })
  await expect(rehearsal.getByText('records read from both sides are the same')).toBeVisible({ timeout: 60_000 })
  await expect(rehearsal.getByText('nothing was kept')).toBeVisible()

  await admin.getByRole('button', { name: 'Let both write' }).click()
  const forth = admin.getByRole('dialog', { name: 'Listings: let both write' })
  await expect(forth.getByText('Everything that this step asks for is proven.')).toBeVisible()
  await forth.getByLabel('Why').fill('The old site is tired.')
  await forth.getByRole('button', { name: 'Let both write' }).click()
  const history = admin.getByRole('region', { name: 'History' })
  await expect(history.getByText('Old system → Both')).toBeVisible()
  await expect(history.getByText('“The old site is tired.”')).toBeVisible()
  expect(await db.cutoverFeature.findUnique({ where: { feature: 'listings' } })).toMatchObject({ master: 'both' })

  await admin.getByRole('button', { name: 'Back to the old system' }).click()
  const back = admin.getByRole('dialog', { name: 'Listings: back to the old system' })
  await back.getByLabel('Why').fill('It is needed two weeks more.')
  // Homes that other journeys have put up here would stay behind: then it asks once more.
  const allTheSame = back.getByRole('checkbox', { name: /Go back all the same/ })
  if (await allTheSame.isVisible()) await allTheSame.check()
  await back.getByRole('button', { name: 'Back to the old system' }).click()
  await expect(history.getByText('Both → Old system')).toBeVisible()
  expect(await db.cutoverFeature.findUnique({ where: { feature: 'listings' } })).toMatchObject({ master: 'legacy' })
})

test('a record leads to its twin in the old system, signed in, and the twin leads back', async ({
  db,
  signInAs,
  world: { environment },
}) => {
  const record = await db.legacyRecord.findFirstOrThrow({
    where: { stream: 'listings', sourceId: { startsWith: 'o:' } },
  })
  const old = `${environment.OLD_SITE_URL}/listings/${record.sourceId.slice(2)}`
  const agent = await signInAs('agent')
  await agent.goto(`/listings/${record.targetId}`)
  await agent.getByRole('button', { name: 'Open in the old system' }).click()
  await agent.waitForURL(old)
  await expect(agent.getByRole('cell', { name: record.sourceId.slice(2) }).first()).toBeVisible()
  await agent.getByRole('link', { name: 'Open in Palmetto' }).click()
  await agent.waitForURL(`${environment.APP_URL}/listings/${record.targetId}`)
})
