import { readWebhook } from '#server/adapters/mail/mailgun-webhook.ts'
import { readBody } from '#server/auth/request-guard.ts'
import type { RootDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import { pickEvent } from './events.policy.ts'
import { keepEvents } from './events.service.ts'
import { createIntake } from './intake.ts'
import { createMemory } from './memory.ts'

const MAX_BODY_BYTES = 64 * 1024
const REMEMBERED = 20_000

type Options = { db: RootDb; key: string | undefined; ourHost: string; now?: () => Date }

/** What became of it stands in a header: a body costs Next a stream, a quarter of what it does for a webhook at all. */
const answer = (status: number, what: string) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', 'x-webhook': what } })

/**
 * The door for Mailgun's webhooks. 406 means "never again"; anything else but 200 is repeated for eight hours, so that
 * nothing is lost while the database is away or the signing key is being changed.
 */
export function openMailgunDoor({ db, key, ourHost, now = () => new Date() }: Options) {
  const intake = createIntake((events) => keepEvents({ db, now }, events))
  /** Tokens of what was dropped, and first openings: dropped again without a statement. */
  const seen = createMemory(REMEMBERED)

  return async function answerMailgun(request: Request): Promise<Response> {
    if (!key) return answer(404, 'no signing key is set')
    const body = await readBody(request, MAX_BODY_BYTES)
    if (body === null) return answer(413, 'too large')
    const reading = readWebhook(body, key, now())
    if ('refused' in reading) return answer(reading.refused === 'wrong-signature' ? 401 : 406, reading.refused)
    const { event } = reading
    if (seen.has(event.token)) return answer(406, 'replayed')
    const wanted = pickEvent(event, ourHost)
    const opening = wanted?.kind === 'opened' ? `opened:${wanted.mailId}` : null
    if (!wanted || (opening && seen.has(opening))) {
      seen.add(event.token)
      return answer(200, 'dropped')
    }
    try {
      const what = await intake.take(wanted)
      if (opening) seen.add(opening)
      return answer(what === 'kept' ? 200 : 406, what)
    } catch (error) {
      log.error({ err: error }, 'A webhook could not be kept; Mailgun will repeat it.')
      return answer(503, 'try again')
    }
  }
}
