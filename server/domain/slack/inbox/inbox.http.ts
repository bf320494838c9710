import type { SlackBot } from '#server/adapters/slack/bot.types.ts'
import { checkSignature } from '#server/adapters/slack/signature.ts'
import { readBody } from '#server/auth/request-guard.ts'
import type { RootDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import type { SlackAsk } from './ask.schema.ts'
import { tryAgainCard } from './inbox.words.ts'
import { type Kept, keepAsk } from './keep-ask.service.ts'
import { readAsk, type SlackDoor } from './read-ask.ts'
import type { Spool } from './spool.ts'

const MAX_BODY_BYTES = 128 * 1024
/** Slack waits for three seconds; the rest is for the way, and for saying that it did not work. */
const PATIENCE_MS = 1_800

/** As Slack writes it; whatever comes as something else is not from Slack. */
const TYPE_OF: Record<SlackDoor, string> = {
  interactions: 'application/x-www-form-urlencoded',
  commands: 'application/x-www-form-urlencoded',
  events: 'application/json',
}

type Options = {
  db: RootDb
  secret: string | undefined
  bot: SlackBot | undefined
  /** Takes what the database does not in time; without one it is refused. */
  spool: Spool | undefined
  now?: () => Date
  patienceMs?: number
}

const answer = (status: number, body: string | null = null) =>
  new Response(body, { status, headers: { 'cache-control': 'no-store' } })

const typeOf = ({ headers }: Request) => headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()

/** Work that is told when nobody waits for it any more. */
async function inTime<T>(work: (signal: AbortSignal) => Promise<T>, ms: number): Promise<T> {
  const [over, late] = [new AbortController(), Promise.withResolvers<never>()]
  const timer = setTimeout(() => {
    over.abort()
    late.reject(new Error(`Not within ${ms} ms`))
  }, ms)
  return Promise.race([work(over.signal), late.promise]).finally(() => clearTimeout(timer))
}

/** Slack repeats events by itself; who pressed a button or wrote a command is told to do it again. */
async function sayItDidNotWork(ask: SlackAsk, bot: SlackBot | undefined): Promise<Response> {
  if (ask.kind === 'home') return answer(503)
  const card = tryAgainCard(ask.kind)
  if (ask.kind === 'command') return Response.json({ response_type: 'ephemeral', text: card.text })
  const { channel, userId } = ask
  if (bot && channel) void bot.postEphemeral({ channel, userId, card })
  return answer(503)
}

/**
 * The doors for Slack: nothing is acknowledged before it is kept, in the database or, when that is slow, on this machine's
 * disk. What could be kept nowhere is refused within Slack's three seconds.
 */
export function openSlackDoors(options: Options) {
  const { db, secret, bot, spool, now = () => new Date(), patienceMs = PATIENCE_MS } = options
  async function keep(kept: Kept): Promise<void> {
    try {
      await inTime((signal) => keepAsk(db, kept, patienceMs, signal), patienceMs)
    } catch (error) {
      if (!spool) throw error
      await spool.add(kept)
      log.warn({ err: error }, 'The database was too slow for a request of Slack; it lies on the disk, and follows.')
    }
  }

  const openDoor = (door: SlackDoor) =>
    async function answerSlack(request: Request): Promise<Response> {
      if (!secret) return answer(404)
      const body = await readBody(request, MAX_BODY_BYTES)
      if (body === null) return answer(413)
      const [timestamp, signature] = ['x-slack-request-timestamp', 'x-slack-signature'].map((name) =>
        request.headers.get(name),
      )
      const verdict = checkSignature(
        { body, timestamp: timestamp ?? null, signature: signature ?? null },
        secret,
        now(),
      )
      if (verdict !== 'good') return answer(401)
      if (typeOf(request) !== TYPE_OF[door]) return answer(415)
      const reading = readAsk(door, body)
      if (reading.read === 'unreadable') return answer(400)
      if (reading.read === 'challenge') return answer(200, reading.challenge)
      if (reading.read === 'other') return answer(200)
      const { key, ask } = reading
      try {
        await keep({ key, ask, receivedAt: now() })
        return answer(200)
      } catch (error) {
        log.error({ err: error }, 'A request of Slack could not be kept, and was refused.')
        return sayItDidNotWork(ask, bot)
      }
    }
  /** Hands on to the database what lies on the disk. */
  const drain = async () => spool?.drain((kept) => keepAsk(db, kept, patienceMs))

  return { openDoor, drain }
}
