import type { IncomingMessage } from 'node:http'

export type AcceptedMail = {
  to: string
  /** Without its angle brackets, as Mailgun's events name it. */
  messageId: string
  subject: string
  /** Every field of the request, as it came. */
  fields: [name: string, value: string][]
  /** The message as it would travel on: headers put together without any cleaning, so that a sly value shows. */
  raw: string
  at: Date
}

/** Reads a form as Mailgun does; null when it is not one, or lacks what a message needs. */
export async function readMessage(request: IncomingMessage): Promise<AcceptedMail | null> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => null)
  if (!form) return null
  const fields = [...form].map(([name, value]): [string, string] => [name, String(value)])
  const field = (wanted: string) => fields.find(([name]) => name.toLowerCase() === wanted)?.[1]
  const [from, to, subject] = [field('from'), field('to'), field('subject')]
  if (!from || !to || !subject || !(field('text') || field('html'))) return null
  const own = fields.flatMap(([name, value]) => (name.startsWith('h:') ? [`${name.slice(2)}: ${value}`] : []))
  const raw = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, ...own, '', field('text') ?? ''].join('\r\n')
  const messageId = (field('h:message-id') ?? `<${crypto.randomUUID()}@peer>`).replace(/^<|>$/g, '')
  return { to, messageId, subject, fields, raw, at: new Date() }
}
