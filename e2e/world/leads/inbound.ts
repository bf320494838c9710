import { signWebhook } from '#world/mailgun/webhooks.ts'

type Over = { timestamp?: string; token?: string; signature?: string }

/** What Mailgun posts when a mail has come for one of our mailboxes: the mail as it is, and its signature. */
export function inboundForm(key: string, { mime, recipient }: { mime: string; recipient: string }, over: Over = {}) {
  const form = new FormData()
  const fields = { ...signWebhook(key, over), recipient, sender: 'portal@example.test', 'body-mime': mime }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
