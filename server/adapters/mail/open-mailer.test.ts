import { expect, test } from 'vitest'
import { openMailer } from './open-mailer.ts'

const settings = { MAIL_FROM: 'a@palmetto.test', MAILGUN_BASE_URL: 'https://api.mailgun.net', DATABASE_POOL: 12 }
const mailgun = { MAILGUN_API_KEY: 'key-of-a-test', MAILGUN_DOMAIN: 'mg.palmetto.test' }

test('mails leave by Mailgun where it has a key, by SMTP where it has none, and not without a way out', () => {
  const both = openMailer({ ...settings, ...mailgun, SMTP_URL: 'smtp://127.0.0.1:1' })
  expect(both).toMatchObject({ find: expect.any(Function), lanes: 8 })
  expect(openMailer({ ...settings, SMTP_URL: 'smtp://127.0.0.1:1' }).find).toBeUndefined()
  expect(() => openMailer(settings)).toThrow('no way out')
})

test.each([
  [5, 2],
  [10, 6],
  [100, 8],
])('of %i connections at most %i are held by mails on their way out', (DATABASE_POOL, lanes) => {
  expect(openMailer({ ...settings, ...mailgun, DATABASE_POOL }).lanes).toBe(lanes)
})
