import { readLetter } from '#server/adapters/mail/read-letter.ts'
import { cleanText } from '../read-values.ts'

/** What came in, for a human's eyes: of a mail who sent it, its subject and its words. */
export async function textOfArrival(body: Uint8Array, contentType: string): Promise<string> {
  if (contentType !== 'message/rfc822') return cleanText(Buffer.from(body).toString('utf8'))
  const letter = await readLetter(body)
  if (!letter) return cleanText(Buffer.from(body).toString('utf8'))
  const head = [`From: ${[letter.fromName, letter.from].filter(Boolean).join(' ')}`, `Subject: ${letter.subject}`]
  return [...head, '', letter.text || letter.htmlText].join('\n')
}
