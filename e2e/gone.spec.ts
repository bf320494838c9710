import { sessionCookieFor } from '#server/testing/session.ts'
import { expect, test } from './fixtures.ts'

const NOBODY = '00000000-0000-7000-8000-000000000000'

test('a record that is not there, or is a colleague’s, answers 404 with a heading and a way on', async ({
  db,
  world,
  context,
  page,
  expectInConsole,
}) => {
  expectInConsole(/status of 404/)
  const { email } = world.accounts.find(({ role }) => role === 'agent') ?? { email: '' }
  const agent = await db.person.findUniqueOrThrow({ where: { email } })
  await context.addCookies([await sessionCookieFor(agent, { db })])
  const theirs = await db.contact.findFirstOrThrow({ where: { removedAt: null, agentId: { not: agent.id } } })

  const records = [`/listings/${NOBODY}`, `/contacts/${theirs.id}`, `/alerts/${NOBODY}`, `/mails/not-an-id`]
  for (const path of [...records, '/homes/no-such-home', '/preferences/no-such-link', '/no/such/page']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByText(theirs.fullName), path).toHaveCount(0)
    if (records.includes(path))
      await expect(page.getByRole('main').getByRole('link', { name: 'Contacts' })).toBeVisible()
  }
})
