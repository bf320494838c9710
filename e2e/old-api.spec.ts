import { runJob, waitUntil } from '#demo/operate.ts'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { expect, test } from './fixtures.ts'

const hexOf = (sourceId: string) => sourceId.slice(2)

/** An alert of the old system whose contact came from there too, with the ids of both over there. */
async function anAlertOfBoth(db: PrismaClient) {
  const searches = await db.savedSearch.findMany({
    where: { removedAt: null, activeYN: true, contact: { removedAt: null, phone: { not: null } } },
    orderBy: { id: 'asc' },
    take: 200,
  })
  const records = await db.legacyRecord.findMany({
    where: {
      sourceId: { startsWith: 'o:' },
      targetId: { in: searches.flatMap(({ id, contactId }) => [id, contactId]) },
    },
  })
  const sourceOf = new Map(records.map(({ targetId, sourceId }) => [targetId, hexOf(sourceId)]))
  for (const { id, contactId } of searches) {
    const [search, contact] = [sourceOf.get(id), sourceOf.get(contactId)]
    if (search && contact) return { id, contactId, there: { search, contact } }
  }
  throw new Error('No alert has come over together with its contact.')
}

test('what an agent saves in Palmetto the old site returns, and what is changed there shows in Palmetto', async ({
  db,
  signInAs,
  findBarriers,
  world,
}) => {
  const { id, contactId, there } = await anAlertOfBoth(db)
  const ask = async (path: string, body?: object) => {
    const order = body ? { method: 'PUT', body: JSON.stringify(body) } : {}
    return (await fetch(`${world.oldSiteUrl}/api${path}`, order)).json()
  }
  const admin = await signInAs('admin')
  await admin.goto(`/contacts/${contactId}`)
  await admin.getByRole('button', { name: 'Edit', exact: true }).first().click()
  await admin.getByLabel('Phone').fill('(843) 555-0177')
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(admin.getByText('The contact is saved.')).toBeVisible()
  await expect
    .poll(async () => (await ask(`/contacts/${there.contact}`)).phone, { timeout: 30_000 })
    .toBe('(843) 555-0177')

  await admin.goto(`/alerts/${id}`)
  await admin.getByLabel('Name', { exact: true }).first().fill('Near the old pier')
  await admin.getByRole('button', { name: 'Save changes' }).click()
  await expect(admin.getByText('The change is saved.')).toBeVisible()
  await expect
    .poll(async () => (await ask(`/saved-searches/${there.search}`)).name, { timeout: 90_000 })
    .toBe('Near the old pier')

  await ask(`/contacts/${there.contact}`, { source: 'Sign call on Bay Street' })
  await waitUntil('the sync has brought the change', async () => {
    await runJob(db, world.environment, 'sync-legacy')
    return (await db.contact.count({ where: { id: contactId, source: 'Sign call on Bay Street' } })) === 1
  })
  await admin.goto(`/contacts/${contactId}`)
  await expect(admin.getByText('Sign call on Bay Street').first()).toBeVisible()
  expect((await ask(`/contacts/${there.contact}`)).phone).toBe('(843) 555-0177')

  await admin.goto('/operations/legacy')
  await admin.getByRole('link', { name: 'Writes back' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Writes to the old system' })).toBeVisible()
  expect(await findBarriers(admin)).toEqual([])
})
