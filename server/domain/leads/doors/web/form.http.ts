import { networkOf } from '#server/auth/caller-address.ts'
import { readBody } from '#server/auth/request-guard.ts'
import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { RootDb } from '#server/db.ts'
import type { LeadSource } from '#server/generated/prisma/client.ts'
import { hashNetwork } from '../../network-hash.ts'
import { admitLead } from '../arrivals/admit-lead.ts'
import { TRAPPED } from '../doors.words.ts'
import { readFields } from '../read-fields.ts'
import { answer, orTryAgain, refuse, TOO_LARGE } from './answers.ts'
import { type FormInput, formInput } from './form.schema.ts'

const MAX_BODY_BYTES = 32 * 1024
const LIMIT_MINUTES = 15
/** Nobody writes a name, an address and a question faster than that. */
const LEAST_MS = 2_000
const OFTEN = 'You have written a few times just now. Call us instead, please.'

type Options = { db: RootDb; now?: () => Date }

function readForm(type: string, body: string): FormInput | null {
  if (type === 'application/json') {
    try {
      return formInput.safeParse(JSON.parse(body)).data ?? null
    } catch {
      return null
    }
  }
  return formInput.safeParse(Object.fromEntries(new URLSearchParams(body))).data ?? null
}

/** Why it looks like a machine's. It is answered like anybody, and a human decides: a slip must not cost a client. */
function suspect({ website, openForMs }: FormInput): string | null {
  if (website !== '') return TRAPPED
  return openForMs !== null && openForMs < LEAST_MS ? 'Was quicker than anybody writes.' : null
}

/**
 * The door for a form on another site of the firm. The pages that may use it are listed at the source; what a browser
 * sends from anywhere else is refused.
 */
export function openFormDoor({ db, now = () => new Date() }: Options) {
  const isAllowed = ({ allowedOrigins }: LeadSource, origin: string | null): origin is string =>
    origin !== null && allowedOrigins.includes(origin)

  async function findForm(key: string) {
    const source = await db.leadSource.findUnique({ where: { key } })
    return source?.door === 'form' ? source : null
  }

  async function mayWrite(source: LeadSource, email: string | null, network: string | undefined) {
    const counted = [
      { kind: 'leadSource' as const, value: source.id, limit: source.perMinute * LIMIT_MINUTES },
      ...(email ? [{ kind: 'inquiry' as const, value: email }] : []),
      ...(network ? [{ kind: 'inquiryNetwork' as const, value: network }] : []),
    ]
    return takeTry(db, { counted, now: now() })
  }

  async function takeForm(source: LeadSource, request: Request): Promise<Response> {
    const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
    if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded') {
      return refuse(415, 'Send JSON or an ordinary form.')
    }
    const body = await readBody(request, MAX_BODY_BYTES)
    if (body === null) return refuse(413, TOO_LARGE)
    const form = readForm(type, body)
    if (!form) return refuse(400, 'This is not a form: send named texts.')
    const { draft, problems } = readFields(form.fields)
    if (!draft) return refuse(422, 'Something is missing.', { fields: problems })
    const network = networkOf(request.headers.get('x-forwarded-for'))
    if (!(await mayWrite(source, draft.email, network))) return refuse(429, OFTEN, { retryAfter: 900 })
    const came = {
      ...{ door: 'form' as const, source, body: new Uint8Array(Buffer.from(body)), contentType: type, at: now() },
      ...{ senderId: form.fields.id?.slice(0, 200) || null, networkHash: hashNetwork(network) },
    }
    await db.$transaction((tx) => admitLead(tx, came, { draft, suspicion: suspect(form) }))
    if (form.next && source.allowedOrigins.includes(new URL(form.next).origin)) {
      return new Response(null, { status: 303, headers: { location: form.next, 'cache-control': 'no-store' } })
    }
    return answer(200, { ok: true })
  }

  function withOrigin(response: Response, origin: string) {
    response.headers.set('access-control-allow-origin', origin)
    response.headers.set('vary', 'origin')
    return response
  }

  async function answerForm(request: Request, key: string): Promise<Response> {
    const source = await findForm(key)
    if (!source) return refuse(404, 'There is no such form. Check the address with the firm.')
    const origin = request.headers.get('origin')
    if (!isAllowed(source, origin)) {
      return refuse(403, 'This page may not send here. Add its address to the source in the settings.')
    }
    if (!source.isActive) return withOrigin(refuse(403, 'This form is paused. Call us instead, please.'), origin)
    return withOrigin(await takeForm(source, request), origin)
  }

  return {
    answerForm: (request: Request, key: string) => orTryAgain(() => answerForm(request, key)),
    /** A browser asks first whether it may send JSON from there. */
    answerPreflight: (request: Request, key: string) =>
      orTryAgain(async () => {
        const source = await findForm(key)
        const origin = request.headers.get('origin')
        if (!source || !isAllowed(source, origin)) return new Response(null, { status: 403 })
        const headers = {
          ...{ 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' },
          'access-control-max-age': '600',
        }
        return withOrigin(new Response(null, { status: 204, headers }), origin)
      }),
  }
}
