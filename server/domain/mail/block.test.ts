import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { queueMail } from './mail.service.ts'
import { changeSuppression } from './suppression.service.ts'

let admin: Person
beforeAll(async () => {
  admin = await anAgent((await anOffice()).id, { role: 'admin' })
})

async function aMail() {
  const email = `${crypto.randomUUID()}@example.test`
  const { id } = await queueMail(db, { kind: 'alert', recipient: email, dedupeKey: email, payload: {} })
  return { email, mailId: id }
}
const deeds = async () => (await callAs(admin).audit.list({ actorId: admin.id, group: 'mails' })).items

test('an address is blocked and opened by hand, each told once, and never by its name', async () => {
  const { email, mailId } = await aMail()
  const { mail } = callAs(admin)
  expect((await mail.byId({ mailId })).blockedBecause).toBeNull()
  for (const _ of [1, 2]) expect(await mail.setBlocked({ mailId, blocked: true })).toEqual({ blockedBecause: 'manual' })
  expect((await mail.byId({ mailId })).blockedBecause).toBe('manual')
  for (const _ of [1, 2]) expect(await mail.setBlocked({ mailId, blocked: false })).toEqual({ blockedBecause: null })
  const told = await deeds()
  expect(told).toMatchObject([
    { action: 'addressOpened', before: { reason: 'manual' }, after: { reason: null } },
    { action: 'addressBlocked', before: { reason: null }, after: { reason: 'manual' } },
  ])
  expect(new Set(told.map(({ targetId }) => targetId)).size).toBe(1)
  expect(JSON.stringify(told)).not.toContain(email)
})

test('what somebody has said themselves no admin takes back', async () => {
  const { email, mailId } = await aMail()
  const before = (await deeds()).length
  await callAs(admin).mail.setBlocked({ mailId, blocked: true })
  await db.mailAddress.update({ where: { email }, data: { suppressedAt: null, suppressionReason: null } })
  await changeSuppression(db, { email, reason: 'unsubscribed', at: new Date() })
  const lifting = callAs(admin).mail.setBlocked({ mailId, blocked: false })
  await expect(lifting).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  expect(await deeds()).toHaveLength(before + 1)
})
