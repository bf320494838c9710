import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { OUTCOMES_OF, TOUCH_CHANNELS, TOUCH_OUTCOMES } from './touches.words.ts'

const aBook = async () => {
  const agent = await anAgent((await anOffice()).id, { fullName: 'Ann Lee' })
  return { agent, contact: await aContact(agent) }
}
const told = async (contactId: string) =>
  (await db.timelineEntry.findMany({ where: { contactId, kind: 'touch.logged' } })).map(({ summary }) => summary)

test('a call that is sent five times at once is written down once, and the timeline tells who called and what came of it', async () => {
  const { agent, contact } = await aBook()
  const call = { id: crypto.randomUUID(), contactId: contact.id, channel: 'call', outcome: 'leftMessage' } as const
  await Promise.all(Array.from({ length: 5 }, () => callAs(agent).touches.log({ ...call, words: 'Back  on\nMonday.' })))
  expect(await told(contact.id)).toEqual(['Call by Ann Lee: left a message. “Back on Monday.”'])
  await callAs(agent).touches.remove({ touchId: call.id })
  expect(await told(contact.id)).toEqual([])
  await callAs(agent).touches.restore({ touchId: call.id })
  expect(await told(contact.id)).toHaveLength(1)
})

test('a call of an hour ago stands an hour back; one of last week is a note', async () => {
  const { agent, contact } = await aBook()
  const at = new Date('2026-11-20T15:00:00Z')
  const call = { contactId: contact.id, channel: 'call', outcome: 'reached' } as const
  const { id } = await callAs(agent, { now: () => at }).touches.log({
    ...call,
    id: crypto.randomUUID(),
    minutesAgo: 60,
  })
  expect(await db.touch.findUnique({ where: { id } })).toMatchObject({ happenedAt: new Date('2026-11-20T14:00:00Z') })
  const lastWeek = callAs(agent).touches.log({ ...call, id: crypto.randomUUID(), minutesAgo: 7 * 24 * 60 })
  await expect(lastWeek).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('what can come of which is one rule, written twice', async () => {
  const { agent, contact } = await aBook()
  const at = new Date()
  for (const channel of TOUCH_CHANNELS) {
    for (const outcome of TOUCH_OUTCOMES) {
      const about = { contactId: contact.id, personId: agent.id, happenedAt: at, createdAt: at }
      const written = await db.touch.create({ data: { ...about, channel, outcome } }).then(
        () => true,
        () => false,
      )
      expect([channel, outcome, written]).toEqual([channel, outcome, OUTCOMES_OF[channel].includes(outcome)])
    }
  }
})
