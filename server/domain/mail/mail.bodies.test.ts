import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { newId } from '#server/ids.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { messageIdOf } from './mail.message-id.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())

/** A uuidv7 of the given moment. */
const idOf = async (moment: string) => {
  const [row] = await db.$queryRaw<{ id: string }[]>`SELECT first_uuid_of(${moment}::timestamptz)::text AS id`
  return row?.id ?? ''
}
const aMail = (id = newId()) =>
  db.outboxMail.create({
    data: { id, kind: 'alert', recipient: 'a@b.test', dedupeKey: id, messageId: messageIdOf(id) },
  })
const partitionOf = async (mailId: string) => {
  const [row] = await db.$queryRaw<{ name: string }[]>`
    SELECT tableoid::regclass::text AS name FROM mail_body WHERE mail_id = ${mailId}::uuid`
  return row?.name
}

test('the content of a mail stands in the partition of its month, and in none of the months beside it', async () => {
  const now = new Date()
  const { id } = await aMail()
  await db.mailBody.create({ data: { mailId: id, html: 'A home', text: 'A home' } })
  expect(await partitionOf(id)).toBe(`mail_body_${now.toISOString().slice(0, 7).replace('-', '_')}`)
})

test('a month that nobody has opened stops no mail; what came early moves in when it is opened', async () => {
  const { id } = await aMail(await idOf('2041-03-31T23:59:59.999Z'))
  await db.mailBody.create({ data: { mailId: id, html: 'Early', text: 'Early' } })
  expect(await partitionOf(id)).toBe('mail_body_default')
  const open = () => db.$queryRaw`SELECT open_partition('mail_body', '2041-03-01') AS opened`
  expect([await open(), await open()]).toEqual([[{ opened: true }], [{ opened: false }]])
  expect(await partitionOf(id)).toBe('mail_body_2041_03')
  expect(await db.mailBody.count({ where: { mailId: id, text: 'Early' } })).toBe(1)
})

test('what a process of the release before writes into the outbox is copied to where it is read', async () => {
  const { id } = await aMail()
  await db.$executeRaw`UPDATE outbox_mail SET html = '<p>Old</p>', text = 'Old' WHERE id = ${id}::uuid`
  expect(await db.mailBody.findUnique({ where: { mailId: id } })).toMatchObject({ html: '<p>Old</p>', text: 'Old' })
})
