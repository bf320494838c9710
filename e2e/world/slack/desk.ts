import type { createSlackSender } from './sender.ts'

type Element = {
  type: string
  action_id?: string
  value?: string
  url?: string
  text?: { text: string } | string
  options?: { text: { text: string }; value: string }[]
}
export type ShownMessage = {
  channel: string
  ts: string
  text: string
  /** Who reads it: of a direct message its person, of a channel everybody. */
  readers: { id: string; name: string }[]
  title: string
  blocks: { type: string; text?: { text: string }; fields?: { text: string }[]; elements?: Element[] }[]
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
/** Slack's own signs, as far as our cards use them. */
const shown = (mrkdwn: string) =>
  escapeHtml(
    mrkdwn
      .replace(/<!date\^[^|]*\|([^>]*)>/g, '$1')
      .replace(/<([^|>]+)\|([^>]*)>/g, '$2')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>'),
  )
    .replace(/\*([^*\n]+)\*/g, '<b>$1</b>')
    .replace(/\n/g, '<br>')

const textOf = ({ text }: Element) => (typeof text === 'string' ? text : (text?.text ?? ''))

const hidden = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('')

function control(message: ShownMessage, element: Element): string {
  const label = escapeHtml(textOf(element))
  if (element.url) return `<a class="button" href="${escapeHtml(element.url)}">${label}</a>`
  const as = message.readers.map(({ id, name }) => `<option value="${id}">${escapeHtml(name)}</option>`).join('')
  const who =
    message.readers.length === 1
      ? hidden({ userId: message.readers[0]?.id ?? '' })
      : `<select name="userId" aria-label="As whom">${as}</select>`
  const fixed = hidden({ channel: message.channel, ts: message.ts, action: element.action_id ?? '' })
  const choice =
    element.type === 'static_select'
      ? `<select name="selected" aria-label="Why">${(element.options ?? [])
          .map(({ text, value }) => `<option value="${escapeHtml(value)}">${escapeHtml(text.text)}</option>`)
          .join('')}</select><button>Pass</button>`
      : `${hidden({ value: element.value ?? '' })}<button>${label}</button>`
  return `<form method="post" action="/desk/press">${fixed}${who}${choice}</form>`
}

function block(message: ShownMessage, { type, text, fields, elements }: ShownMessage['blocks'][number]): string {
  if (type === 'header') return `<h3>${escapeHtml(text?.text ?? '')}</h3>`
  if (type === 'divider') return '<hr>'
  if (type === 'context') return `<small>${(elements ?? []).map((each) => shown(textOf(each))).join(' ')}</small>`
  if (type === 'actions') return `<div>${(elements ?? []).map((each) => control(message, each)).join('')}</div>`
  return [text, ...(fields ?? [])].map((each) => (each ? `<p>${shown(each.text)}</p>` : '')).join('')
}

/** What stands in the workspace, with buttons that press as Slack's own do: signed, and sent to the app. */
export const deskPage = (
  messages: ShownMessage[],
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slack</title>
<meta name="viewport" content="width=device-width"><style>body{font:14px system-ui;margin:40px auto;max-width:760px;padding:0 16px;background:#f6f2e9;color:#12372a}
article{background:#fff;border:1px solid #e4ded0;border-radius:8px;padding:12px 16px;margin:12px 0}h3,p{margin:4px 0}form{display:inline-flex;gap:4px;margin:8px 8px 0 0}
button,select,.button{min-height:32px;padding:0 12px;border:1px solid #12372a;border-radius:6px;background:#fff;font:inherit;color:inherit}.button{display:inline-flex;align-items:center;text-decoration:none}small{color:#5a6b62}</style>
<h1>Slack, played on this machine</h1><p>What the bot has posted, the latest first. The buttons are signed and sent to the app as Slack would.</p>
${messages.length === 0 ? '<p>Nothing was posted yet.</p>' : ''}
${messages
  .map(
    (message) =>
      `<article><small>${escapeHtml(message.title)}</small>${message.blocks.map((each) => block(message, each)).join('')}</article>`,
  )
  .join('')}</html>`

/** Presses what a form of the page says. */
export async function pressFrom(form: URLSearchParams, sender: ReturnType<typeof createSlackSender>): Promise<void> {
  const read = (name: string) => form.get(name) ?? ''
  const selected = form.get('selected')
  const on = { userId: read('userId'), channel: read('channel'), ts: read('ts'), action: read('action') }
  await sender.press({ ...on, ...(selected ? { selected } : { value: read('value') }) }).send()
}
