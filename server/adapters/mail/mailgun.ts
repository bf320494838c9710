import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { z } from 'zod'
import { isOneAddress } from './address.ts'
import type { Finding, Mailer, OutgoingMail, SendOutcome } from './mail.ts'
import { toMailgunForm } from './mailgun-form.ts'

type Options = {
  apiKey: string
  domain: string
  /** https://api.mailgun.net, or https://api.eu.mailgun.net for domains in the EU. */
  baseUrl: string
  from: string
  timeoutMs?: number
  breakMs?: number
  /** Hand-overs that may be under way at once. */
  lanes?: number
}
/** Answers about the account or the moment, not about the mail: the same mail is taken when they are mended. */
const NOT_THE_MAILS_FAULT = new Set([401, 402, 403, 404, 408, 425, 429])
const MAX_WAIT_SECONDS = 3_600
/** That many in a row: the account is over its limit, and whatever is sent now would only be counted against it. */
const BUSY_IN_A_ROW = 3
/** No byte of the request can have left. */
const NOT_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/

const acceptedSchema = z.object({ id: z.string().min(1), message: z.string().default('') })
const eventsSchema = z.object({ items: z.array(z.object({ event: z.string() })) })

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error ? String(error.code) : error.name
  return `${code} ${codeOf(error.cause)}`
}

/** Retry-After as seconds from now; a date or nonsense counts as a minute. */
function waitOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 60)
  return Number.isFinite(seconds) ? Math.min(MAX_WAIT_SECONDS, Math.max(1, Math.ceil(seconds))) : 60
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an answer to a hand-over means. `text` is null when it broke off. */
function outcomeOf(response: Response, text: string | null): SendOutcome {
  const { status, ok } = response
  if (ok) {
    const accepted = acceptedSchema.safeParse(readJson(text ?? ''))
    if (accepted.success) return { outcome: 'accepted', reply: `${accepted.data.message} ${accepted.data.id}`.trim() }
    return { outcome: 'unknown', reason: 'Mailgun answered, and the answer cannot be read.' }
  }
  const reason = `Mailgun answered ${status}${text ? `: ${text.slice(0, 300)}` : '.'}`
  if (status === 429) return { outcome: 'later', reason, waitSeconds: waitOf(response) }
  return { outcome: status >= 500 || NOT_THE_MAILS_FAULT.has(status) ? 'later' : 'refused', reason }
}

/**
 * Mail over Mailgun's HTTP API (POST /v3/{domain}/messages): time-outs, a circuit breaker, and its own limits kept.
 * Mailgun knows no idempotency key and does not drop a repeated Message-ID, so whoever tries again asks `find` first.
 */
export function createMailgunMailer(options: Options): Mailer {
  const { apiKey, domain, baseUrl, from, timeoutMs = 20_000, breakMs = 10_000, lanes = 8 } = options
  const root = `${baseUrl.replace(/\/$/, '')}/v3/${encodeURIComponent(domain)}`
  const headers = { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}` }
  const breaker = circuitBreaker(
    handleWhen(() => true),
    { halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(5) },
  )
  let busyInARow = 0
  let closedUntil = 0

  const request = (path: string, init: RequestInit = {}) =>
    fetch(`${root}${path}`, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })

  /** Any answer is a sign of life; only silence and broken connections open the breaker. */
  const handOver = (mail: OutgoingMail) =>
    breaker.execute(async () => {
      const response = await request('/messages', { method: 'POST', body: toMailgunForm(mail, from) })
      return outcomeOf(response, await response.text().catch(() => null))
    })

  function minds(outcome: SendOutcome): SendOutcome {
    const isBusy = outcome.outcome === 'later' && outcome.waitSeconds !== undefined
    busyInARow = isBusy ? busyInARow + 1 : 0
    if (isBusy && busyInARow >= BUSY_IN_A_ROW) closedUntil = Date.now() + 1_000 * (outcome.waitSeconds ?? 60)
    return outcome
  }

  async function send(mail: OutgoingMail): Promise<SendOutcome> {
    if (!isOneAddress(mail.to)) return { outcome: 'refused', reason: 'This is not one e-mail address.' }
    const waitMs = closedUntil - Date.now()
    if (waitMs > 0) {
      const waitSeconds = Math.ceil(waitMs / 1_000)
      return { outcome: 'later', reason: 'Mailgun takes no more mails for the moment.', waitSeconds }
    }
    try {
      return minds(await handOver(mail))
    } catch (error) {
      if (error instanceof BrokenCircuitError) return { outcome: 'later', reason: 'Mailgun has not been answering.' }
      const code = codeOf(error).trim()
      const reason = `Mailgun gave no answer (${code}).`
      return { outcome: NOT_CONNECTED.test(code) ? 'later' : 'unknown', reason }
    }
  }

  /** Asks by our Message-ID. Mailgun's record may be minutes behind: `nothing` counts only some while after. */
  async function find(messageId: string, since: Date): Promise<Finding> {
    const begin = Math.floor(since.getTime() / 1_000) - 60
    const query = new URLSearchParams({
      ...{ 'message-id': messageId.replace(/^<|>$/g, ''), begin: String(begin), ascending: 'yes', limit: '25' },
    })
    try {
      const response = await breaker.execute(() => request(`/events?${query}`))
      const events = eventsSchema.safeParse(readJson(await response.text()))
      if (!response.ok || !events.success) return { found: 'no-answer', reply: `Mailgun answered ${response.status}.` }
      const kinds = events.data.items.map(({ event }) => event)
      if (kinds.length === 0) return { found: 'nothing', reply: 'Mailgun has no record of it.' }
      if (kinds.every((kind) => kind === 'rejected')) return { found: 'rejected', reply: 'Mailgun rejected it.' }
      return { found: 'accepted', reply: `Mailgun had taken it before: ${kinds[0]} ${messageId}` }
    } catch {
      return { found: 'no-answer', reply: 'Mailgun gave no answer.' }
    }
  }

  return { send, find, lanes, close: () => {} }
}
