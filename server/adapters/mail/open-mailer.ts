import type { Env } from '#server/env.ts'
import type { Mailer } from './mail.ts'
import { createMailgunMailer } from './mailgun.ts'
import { createSmtpMailer } from './smtp.ts'

type Mailgun = 'MAILGUN_API_KEY' | 'MAILGUN_DOMAIN' | 'MAILGUN_BASE_URL'
type Settings = Pick<Env, Mailgun | 'SMTP_URL' | 'MAIL_FROM' | 'DATABASE_POOL'>

/** Each hand-over holds a connection; some have to be left for whatever else the process does. */
const lanesFor = (pool: number) => Math.max(2, Math.min(8, pool - 4))

/** The way out for mails, as this installation is set up: Mailgun where it has a key, SMTP otherwise. */
export function openMailer(settings: Settings): Mailer {
  const { MAILGUN_API_KEY: apiKey, MAILGUN_DOMAIN: domain, MAILGUN_BASE_URL: baseUrl } = settings
  const { SMTP_URL, MAIL_FROM: from, DATABASE_POOL } = settings
  if (apiKey && domain) return createMailgunMailer({ apiKey, domain, baseUrl, from, lanes: lanesFor(DATABASE_POOL) })
  if (!SMTP_URL) throw new Error('Mails have no way out: set SMTP_URL, or MAILGUN_API_KEY and MAILGUN_DOMAIN.')
  return createSmtpMailer({ url: SMTP_URL, from })
}
