import { runJob } from '#demo/operate.ts'
import { aContact } from '#server/testing/factories.ts'
import { expect, test } from './fixtures.ts'

const unique = () => [...crypto.randomUUID()].flatMap((letter) => (/[a-f]/.test(letter) ? letter : [])).join('')

test('an admin sees what is wrong with a record, repairs it, and takes the repair back', async ({
  db,
  signInAs,
  world: { environment },
}) => {
  const agent = await db.person.findFirstOrThrow({ where: { role: 'agent', passwordHash: { not: null } } })
  const word = `q${unique()}`
  const shouted = `NORA ${word.toUpperCase()}`
  const written = `Nora Q${word.slice(1)}`
  const contact = await aContact(agent, { fullName: shouted, phone: '843.555.0188' }, db)
  const nameNow = async () => (await db.contact.findUniqueOrThrow({ where: { id: contact.id } })).fullName
  const run = await runJob(db, environment, 'check-quality')
  expect(run.words).toMatch(/rules looked at [\d,]+ records/)

  const admin = await signInAs('admin')
  await admin.goto('/operations/quality')
  await expect(admin.getByRole('heading', { name: 'Data quality', level: 1 })).toBeVisible()
  await admin.getByRole('link', { name: 'Contacts', exact: true }).last().click()
  await admin.getByRole('link', { name: 'Name in capitals, or without any' }).click()
  const row = admin.getByRole('listitem').filter({ hasText: shouted }).first()
  await expect(row).toContainText(`“${written}”`)
  await row.getByRole('button', { name: `Where ${shouted} came from` }).click()
  await expect(admin.getByRole('dialog').getByRole('heading', { name: 'Where it came from' })).toBeVisible()
  await admin.keyboard.press('Escape')

  await row.getByRole('button', { name: `Write it properly: ${shouted}` }).click()
  await expect(admin.getByText('1 record repaired.')).toBeVisible()
  await expect(row).toHaveCount(0)
  expect(await nameNow()).toBe(written)

  await admin.getByRole('region', { name: 'Repairs' }).getByRole('button', { name: 'Undo' }).first().click()
  await expect(admin.getByText('1 record as before.')).toBeVisible()
  await expect(row).toBeVisible()
  expect(await nameNow()).toBe(shouted)
})
