import { devices } from '@playwright/test'
import { sessionCookieFor } from '#server/testing/session.ts'
import { expect, test } from './fixtures.ts'
import { aLeadForTwo } from './lead-stories.ts'

test('a lead is taken with one tap on a phone: the second page says who has it, and it stands on the list of the first', async ({
  world,
  db,
  ownBrowser,
  signInAs,
}) => {
  const { offerId, lead, agent } = await aLeadForTwo(db)
  const desk = await signInAs('teamLead')
  await desk.goto(`/offers/${offerId}`)
  await expect(desk.getByRole('button', { name: 'Take this lead' })).toBeVisible()
  await expect(desk.getByText(lead.fullName)).toHaveCount(0)

  const { defaultBrowserType: _unused, ...phone } = devices['iPhone 13']
  const pocket = await ownBrowser.newContext({ ...phone, baseURL: world.environment.APP_URL })
  await pocket.addCookies([await sessionCookieFor(agent, { db })])
  const page = await pocket.newPage()

  await test.step('it waits above the list, and the link in the mail opens it', async () => {
    await page.goto('/leads')
    const strip = page.getByRole('region', { name: /wait(s)? for your answer/ })
    await expect(strip.getByRole('link', { name: 'Somebody wants to buy in Mount Pleasant' }).first()).toBeVisible()
    await page.goto(`/offers/${offerId}?via=mail`)
    await expect(page.getByRole('timer')).toBeVisible()
    // Until it is taken nobody reads who it is.
    expect(await page.content()).not.toContain(lead.fullName)
  })

  await test.step('one tap, and the name and the number are there', async () => {
    const take = page.getByRole('button', { name: 'Take this lead' })
    const box = await take.boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44)
    await take.tap()
    await expect(page.getByRole('heading', { level: 1, name: lead.fullName })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Call/ })).toHaveAttribute('href', `tel:${lead.phone}`)
    await expect(page.getByRole('button', { name: 'Hand it back' })).toBeVisible()
  })

  await test.step('whoever was slower reads who has it, without asking again', async () => {
    await expect(desk.getByText(`${agent.fullName} has it`)).toBeVisible()
    await expect(desk.getByRole('button', { name: 'Take this lead' })).toHaveCount(0)
  })

  await test.step('it is on the list of the first, and not of the second', async () => {
    await page.goto('/leads?isMine=yes')
    await expect(page.getByRole('link', { name: lead.fullName })).toBeVisible()
    await desk.goto('/leads?isMine=yes')
    await expect(desk.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()
    await expect(desk.getByRole('link', { name: lead.fullName })).toHaveCount(0)
  })
  await pocket.close()
  const offer = await db.leadOffer.findUniqueOrThrow({ where: { id: offerId } })
  expect(offer).toMatchObject({ state: 'accepted', winnerId: agent.id, endedVia: 'mail' })
})
