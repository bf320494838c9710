import { readInbound } from '#server/adapters/mail/mailgun-inbound.ts'
import { readBytes } from '#server/auth/request-guard.ts'
import type { RootDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import { keepLetter } from './letters.service.ts'

/** A lead is small; what a client hangs on it may not be. */
const MAX_BODY_BYTES = 12 * 1024 * 1024

type Options = { db: RootDb; key: string | undefined; now?: () => Date }

const answer = (status: number, what: string) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', 'x-webhook': what } })

/**
 * The door for mails that Mailgun hands in, whole. 406 means "never again"; anything else but 200 is repeated for eight
 * hours. It is answered when the mail is kept; a job reads it.
 */
export function openMailDoor({ db, key, now = () => new Date() }: Options) {
  return async function answerMail(request: Request): Promise<Response> {
    if (!key) return answer(404, 'no signing key is set')
    const body = await readBytes(request, MAX_BODY_BYTES)
    if (body === null) return answer(413, 'too large')
    const contentType = request.headers.get('content-type') ?? ''
    const reading = await readInbound({ body: new Uint8Array(body), contentType, key, now: now() })
    if ('refused' in reading) return answer(reading.refused === 'wrong-signature' ? 401 : 406, reading.refused)
    try {
      const { isRepeated } = await keepLetter({ db, now }, reading.mail)
      return answer(200, isRepeated ? 'repeated' : 'kept')
    } catch (error) {
      log.error({ err: error }, 'A lead mail could not be kept; Mailgun will repeat it.')
      return answer(503, 'try again')
    }
  }
}
