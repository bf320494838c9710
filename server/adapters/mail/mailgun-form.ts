import { oneLine } from './address.ts'
import type { OutgoingMail } from './mail.ts'

/** The fields of POST /v3/{domain}/messages. Headers of our own are `h:` fields; the Message-ID is one of them. */
export function toMailgunForm(mail: OutgoingMail, from: string): FormData {
  const form = new FormData()
  const set = (name: string, value: string) => form.set(oneLine(name), oneLine(value))
  set('from', mail.from ?? from)
  set('to', mail.to)
  set('subject', mail.subject)
  form.set('text', mail.text)
  form.set('html', mail.html)
  set('h:Message-Id', mail.messageId)
  if (mail.replyTo) set('h:Reply-To', mail.replyTo)
  for (const [name, value] of Object.entries(mail.headers ?? {})) set(`h:${name}`, value)
  // A link that is a key to an account must not pass through somebody's click counter.
  if (mail.kept) set('o:tracking', 'no')
  return form
}
