import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { closeBooks } from '#server/domain/alerts/run/close-books.ts'
import { booksInWords } from '#server/domain/alerts/run/run.words.ts'
import type { AlertRun, Prisma } from '#server/generated/prisma/client.ts'
import { ownDatabase } from '#server/testing/database.ts'

let db: RootDb
let tick = 0
const START = new Date('2026-11-02T12:00:00Z')
const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  return own.close
})

type MailState = Pick<
  Prisma.OutboxMailUncheckedCreateInput,
  'state' | 'lastError' | 'suppressedReason' | 'sentAt' | 'subject'
>

const sent: MailState = { state: 'sent', sentAt: START, subject: 'A home' }
const untried: MailState = { state: 'queued' }
const failed: MailState = { state: 'failed', lastError: 'no such mailbox' }
const deferred: MailState = { state: 'queued', lastError: 'try again later' }
const unknown: MailState = { state: 'unknown', lastError: 'connection lost' }
const suppressed: MailState = { state: 'suppressed', suppressedReason: 'unsubscribed' }

/** A run that planned `planned` mails, with mails in these states in the outbox. */
async function aRun(mails: MailState[], planned = mails.length): Promise<AlertRun> {
  tick += 1
  const slot = new Date(START.getTime() + tick)
  const numbers = {
    feedFrom: 0,
    feedTo: 0,
    horizonAgeMs: 0,
    events: 1,
    changed: 1,
    searches: 1,
    matches: 1,
    matchMs: 1,
  }
  const run = await db.alertRun.create({
    data: { ...numbers, jobRunId: `run-${tick}`, slot, startedAt: START, people: planned, planned },
  })
  for (const [index, state] of mails.entries()) {
    const id = crypto.randomUUID()
    const recipient = `${tick}-${index}@example.test`
    await db.outboxMail.create({ data: { id, kind: 'alert', recipient, dedupeKey: id, messageId: id, ...state } })
    await db.alertMail.create({ data: { id, runId: run.id, slot, recipient } })
  }
  return run
}

const close = (minutes: number) => closeBooks({ db, now: () => minutesLater(minutes) })
const booksOf = ({ id }: AlertRun) => db.alertRun.findUniqueOrThrow({ where: { id } })

test('books close when every planned mail is sent, failed, suppressed or deferred', async () => {
  const run = await aRun([sent, sent, failed, suppressed, deferred, unknown])
  await close(1)
  expect(await booksOf(run)).toMatchObject({
    state: 'closed',
    sent: 2,
    failed: 1,
    suppressed: 1,
    deferred: 2,
    problem: null,
  })
})

test('books stay open while a mail has not been tried, and are broken when it is not tried for ten minutes', async () => {
  const run = await aRun([sent, untried])
  await close(5)
  expect(await booksOf(run)).toMatchObject({ state: 'sending', closedAt: null })

  const result = await close(11)
  expect(await booksOf(run)).toMatchObject({
    state: 'broken',
    problem: expect.stringContaining('1 planned mails have not been tried'),
  })
  expect(booksInWords(result)).toMatchObject({ outcome: 'bad' })
})

test('a mail that is missing from the outbox breaks the books', async () => {
  const run = await aRun([sent], 2)
  await close(1)
  expect(await booksOf(run)).toMatchObject({
    state: 'broken',
    problem: '2 mails were planned, and 1 are in the outbox.',
  })
})

test('broken books heal by themselves once the mails have left', async () => {
  const run = await aRun([sent, untried])
  await close(11)
  await db.outboxMail.updateMany({ where: { state: 'queued', alertMail: { runId: run.id } }, data: sent })
  await close(12)
  expect(await booksOf(run)).toMatchObject({ state: 'closed', sent: 2, problem: null })
})

test('a deferred mail that leaves later moves from deferred to sent in closed books', async () => {
  const run = await aRun([sent, deferred])
  await close(1)
  expect(await booksOf(run)).toMatchObject({ state: 'closed', sent: 1, deferred: 1 })
  await db.outboxMail.updateMany({
    where: { state: 'queued', alertMail: { runId: run.id } },
    data: { ...sent, lastError: null },
  })
  await close(20)
  expect(await booksOf(run)).toMatchObject({ state: 'closed', sent: 2, deferred: 0 })
})

test('the database itself refuses to close books that do not add up', async () => {
  const run = await aRun([sent, sent])
  await expect(db.alertRun.update({ where: { id: run.id }, data: { state: 'closed', sent: 1 } })).rejects.toThrow(
    /closed_books_add_up/,
  )
})
