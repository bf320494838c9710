import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Inbox, startInbox } from '#world/inbox.ts'
import { freePort } from '#world/ports.ts'

let dataDir: string
let inbox: Inbox
let smtpPort: number
let alarmSmtpPort: number

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inbox-'))
  smtpPort = await freePort()
  alarmSmtpPort = await freePort()
  inbox = await startInbox({ smtpPort, alarmSmtpPort, webPort: await freePort(), dataDir })
})
afterAll(async () => {
  await inbox.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const send = (subject: string, port = smtpPort) =>
  createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true }).sendMail({
    from: 'homes@palmetto.test',
    to: 'ana@mail.test',
    subject,
    text: 'A home for you',
    html: '<p>A home for you</p>',
    messageId: `<${subject}@palmetto.test>`,
  })
const subjects = async () => (await inbox.messages()).map((message) => message.subject)

test('a mail that was sent is in the inbox', async () => {
  await send('first')
  await expect
    .poll(inbox.messages)
    .toMatchObject([{ to: 'ana@mail.test', subject: 'first', messageId: 'first@palmetto.test' }])
})

test('a refused mail is an error of the temporary kind, the door for alarms stays open, and recovery is complete', async () => {
  inbox.refuse(true)
  await expect(send('refused')).rejects.toMatchObject({ responseCode: 421 })
  await send('alarm', alarmSmtpPort)
  inbox.refuse(false)
  await send('recovered')
  await expect.poll(subjects).toEqual(['first', 'alarm', 'recovered'])
})

test('a lost reply leaves the sender in doubt and the mail in the inbox', async () => {
  inbox.loseReplies(1)
  await expect(send('in-doubt')).rejects.toThrow()
  await expect.poll(subjects).toContain('in-doubt')
  await send('after')
  await expect.poll(subjects).toContain('after')
})
