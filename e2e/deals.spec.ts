import { aDeal } from '#server/testing/deal-factories.ts'
import { aContact, anAgent } from '#server/testing/factories.ts'
import { aMaster } from '#server/testing/masters.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { expect, test } from './fixtures.ts'

test('an agent moves a deal along by keys, takes it back, ticks a milestone off, and says why one was lost', async ({
  db,
  openContext,
  findBarriers,
}) => {
  const owner = await db.person.findFirstOrThrow({ where: { role: 'owner' } })
  await aMaster(db, 'deals', 'palmetto', owner)
  const { id: officeId } = await db.office.findFirstOrThrow()
  const agent = await anAgent(officeId, {}, db)
  const contact = await aContact(agent, { fullName: 'Wren Tradd' }, db)
  const milestones = { create: { kind: 'inspection', dueOn: new Date('2026-12-01') } } as const
  const deal = await aDeal(contact, { stage: 'offer', addressText: '7 Tradd Street, Charleston', milestones }, db)
  const stage = async () => (await db.deal.findUniqueOrThrow({ where: { id: deal.id } })).stage

  const context = await openContext()
  await context.addCookies([await sessionCookieFor(agent, { db })])
  const page = await context.newPage()
  await page.goto('/deals')
  const inStage = (name: string) => page.getByRole('region', { name }).getByRole('link', { name: 'Wren Tradd' })
  await expect(inStage('Offer, 1')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])

  await page.keyboard.press('j')
  await page.keyboard.press(']')
  await expect(inStage('Under contract, 1')).toBeFocused()
  await expect.poll(stage).toBe('underContract')
  // The focus went along, so the next key finds the same deal.
  await page.keyboard.press(']')
  await expect(inStage('Closing, 1')).toBeFocused()
  await expect.poll(stage).toBe('closing')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(inStage('Under contract, 1')).toBeVisible()
  await expect.poll(stage).toBe('underContract')

  await inStage('Under contract, 1').click()
  const drawer = page.getByRole('dialog', { name: 'Deal' })
  await drawer.getByRole('checkbox', { name: 'Inspection' }).check()
  await expect.poll(() => db.dealMilestone.count({ where: { dealId: deal.id, doneAt: { not: null } } })).toBe(1)
  expect(await findBarriers(page)).toEqual([])
  await drawer.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Move the deal of Wren Tradd' }).click()
  await page.getByRole('menuitem', { name: 'Lost' }).click()
  await page.getByRole('radio', { name: 'The financing fell through' }).check()
  await page.getByRole('button', { name: 'Mark as lost' }).click()
  await expect(inStage('Lost, 1')).toBeVisible()
  await expect.poll(stage).toBe('lost')
  await page.goto(`/contacts/${contact.id}`)
  await expect(page.getByText(/Deal is now lost \(the financing fell through\)/)).toBeVisible()
})
