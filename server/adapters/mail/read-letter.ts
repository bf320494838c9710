import PostalMime, { type Address, type Email } from 'postal-mime'
import { textOfHtml } from './html-text.ts'

/** A mail that came in, taken apart. Texts are cut to what a reader can be asked to look at. */
export type Letter = {
  /** With angle brackets; null where it has none. */
  messageId: string | null
  fromName: string
  from: string
  subject: string
  text: string
  html: string
  /** The HTML's words, a line for each row, paragraph and break. */
  htmlText: string
  /** Parts that are text of some kind, by their lower-case type. */
  files: { name: string; type: string; text: string }[]
  /** Mails that hang on it whole. */
  letters: Letter[]
  /** An answer of a machine: out of office, a bounce. */
  isAutomatic: boolean
}

const MOST_TEXT = 200_000
const MOST_FILES = 10
const MOST_NESTED = 2
const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 256 * 1024 } as const

const mailboxOf = (address: Address | undefined) => address?.group?.[0] ?? (address?.group ? undefined : address)
const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content))

function isAutomatic({ headers, from }: Email): boolean {
  const headerOf = (key: string) => headers.find((header) => header.key === key)?.value.toLowerCase() ?? ''
  return (
    /^auto-(replied|notified)/.test(headerOf('auto-submitted')) ||
    headerOf('x-autoreply') !== '' ||
    /^(mailer-daemon|postmaster)@/i.test(mailboxOf(from)?.address ?? '')
  )
}

async function toLetter(email: Email, depth: number): Promise<Letter> {
  const html = (email.html ?? '').slice(0, MOST_TEXT)
  const parts = email.attachments.slice(0, MOST_FILES)
  const nested = depth < MOST_NESTED ? parts.filter(({ mimeType }) => mimeType === 'message/rfc822') : []
  const letters = await Promise.all(nested.map(({ content }) => readAt(bytesOf(content), depth + 1)))
  const from = mailboxOf(email.from)
  return {
    ...{ messageId: email.messageId ?? null, fromName: from?.name ?? '', from: from?.address.toLowerCase() ?? '' },
    ...{ subject: (email.subject ?? '').slice(0, 1_000), text: (email.text ?? '').slice(0, MOST_TEXT), html },
    htmlText: textOfHtml(html),
    files: parts
      .filter(({ mimeType, filename }) => /^text\/|xml|json/.test(mimeType) || /\.(xml|adf)$/i.test(filename ?? ''))
      .map(({ filename, mimeType, content }) => ({
        ...{ name: filename ?? '', type: mimeType },
        text: bytesOf(content).toString('utf8').slice(0, MOST_TEXT),
      })),
    letters: letters.flatMap((letter) => letter ?? []),
    isAutomatic: isAutomatic(email),
  }
}

async function readAt(bytes: Uint8Array, depth: number): Promise<Letter | null> {
  try {
    return await toLetter(await PostalMime.parse(bytes, OPTIONS), depth)
  } catch {
    return null // nested too deep, or headers without end: no mail that a portal writes
  }
}

/** Takes a mail apart; null for what is none. Never throws. */
export const readLetter = (bytes: Uint8Array): Promise<Letter | null> => readAt(bytes, 0)
