import type { Env } from '#server/env.ts'
import type { Mailer } from './mail.ts'
import { createMailgunMailer } from './mailgun.ts'
import { createSmtpMailer } from './smtp.ts'

type Settings = Pick<Env, 'MAILGUN_API_KEY' | 'MAILGUN_DOMAIN' | 'MAILGUN_BASE_URL' | 'SMTP_URL' | 'MAIL_FROM'>

/** The way out for mails, as this installation is set up: Mailgun where it has a key, SMTP otherwise. */
export function openMailer(settings: Settings): Mailer {
  const { MAILGUN_API_KEY, MAILGUN_DOMAIN, MAILGUN_BASE_URL, SMTP_URL, MAIL_FROM: from } = settings
  if (MAILGUN_API_KEY && MAILGUN_DOMAIN) {
    return createMailgunMailer({ apiKey: MAILGUN_API_KEY, domain: MAILGUN_DOMAIN, baseUrl: MAILGUN_BASE_URL, from })
  }
  if (!SMTP_URL) throw new Error('Mails have no way out: set SMTP_URL, or MAILGUN_API_KEY and MAILGUN_DOMAIN.')
  return createSmtpMailer({ url: SMTP_URL, from })
}
