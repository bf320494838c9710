import { expect, test } from 'vitest'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { freePort } from '#world/ports.ts'
import { startSmtpFront } from '#world/smtp-front.ts'
import { createSmtpMailer } from './smtp.ts'

const aMail = () => ({
  ...{ to: 'ann@example.test', subject: 'A home', html: '<p>A home</p>', text: 'A home' },
  ...{ messageId: `<${crypto.randomUUID()}@example.test>`, headers: {} },
})

/** A mailer and a server with a door before it; the pause of the breaker is longer than the test. */
async function aMailer() {
  const server = await startSmtpServer()
  const port = await freePort()
  const front = await startSmtpFront({ port, target: Number(new URL(server.url).port) })
  const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@palmetto.test', breakMs: 60_000 })
  const stop = async () => {
    mailer.close()
    await front.stop()
    await server.stop()
  }
  return { front, mailer, stop }
}

test('a server that turned six mails away at its door gets the next one at once: only silence makes us wait', async () => {
  const { front, mailer, stop } = await aMailer()
  front.refuse(true)
  for (let nth = 0; nth < 6; nth += 1) {
    expect(await mailer.send(aMail())).toMatchObject({ outcome: 'later', reason: expect.stringContaining('421') })
  }
  front.refuse(false)
  expect(await mailer.send(aMail())).toMatchObject({ outcome: 'accepted' })
  await stop()
})

test('a server that is not there is left alone after five mails', async () => {
  const { front, mailer, stop } = await aMailer()
  await front.stop()
  for (let nth = 0; nth < 5; nth += 1) {
    expect(await mailer.send(aMail())).toMatchObject({
      outcome: 'later',
      reason: expect.stringContaining('ECONNREFUSED'),
    })
  }
  expect(await mailer.send(aMail())).toEqual({ outcome: 'later', reason: 'The mail server has not been answering.' })
  await stop()
})
