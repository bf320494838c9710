import { readBody } from '#server/auth/request-guard.ts'
import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { RootDb } from '#server/db.ts'
import type { LeadSource } from '#server/generated/prisma/client.ts'
import { admitLead } from '../arrivals/admit-lead.ts'
import type { Came } from '../arrivals/arrivals.types.ts'
import { cameJustNow, keepArrival } from '../arrivals/keep-arrival.ts'
import type { FieldProblem } from '../doors.words.ts'
import { explainLead } from '../explain-lead.ts'
import { type FieldsRead, readFields } from '../read-fields.ts'
import { goodSecrets } from '../sources/source-secret.ts'
import { answer, orTryAgain, refuse, TOO_LARGE, TOO_OFTEN } from './answers.ts'
import { refuseSignature, SIGNATURE_MINUTES } from './signature.ts'
import { leadJson } from './webhook.schema.ts'

const MAX_BODY_BYTES = 64 * 1024
const LIMIT_MINUTES = 15

type Options = { db: RootDb; now?: () => Date }

/** Out of a body: a lead, or what is wrong with it. */
function readLead(body: string): { read: FieldsRead; senderId: string | null } | { status: 400 | 422; words: string } {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { status: 400, words: 'This is not JSON.' }
  }
  const fields = leadJson.safeParse(json)
  if (!fields.success) {
    const [issue] = fields.error.issues
    return { status: 422, words: `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'not an object'}` }
  }
  return { read: readFields(fields.data), senderId: fields.data.id?.slice(0, 200) || null }
}

const inWords = (problems: readonly FieldProblem[]) => problems.map(({ words }) => words).join(' ')

/** Signed, and no lead: kept for a human, and the sender is told what to mend. */
async function keepUnread(db: RootDb, came: Came, words: string) {
  return db.$transaction((tx) => keepArrival(tx, came, { state: 'unreadable', reason: words.slice(0, 500) }))
}

/**
 * The door for programs of portals and partners. What is not signed with the source's secret costs one look at the
 * source and leaves nothing behind; what is signed is kept and answered at once, and a job does the rest.
 */
export function openWebhookDoor({ db, now = () => new Date() }: Options) {
  /** Counts what is new. The same request once more is answered like the first one, and costs its sender nothing. */
  async function mayCome(came: Came & { source: LeadSource }): Promise<boolean> {
    if (await cameJustNow(db, came, SIGNATURE_MINUTES * 60_000)) return true
    const { id, perMinute } = came.source
    const counted = [{ kind: 'leadSource' as const, value: id, limit: perMinute * LIMIT_MINUTES }]
    return takeTry(db, { counted, now: came.at })
  }

  async function takeSigned(source: LeadSource, body: string, isDryRun: boolean): Promise<Response> {
    const at = now()
    const lead = readLead(body)
    const bytes = new Uint8Array(Buffer.from(body))
    const came = {
      door: 'webhook' as const,
      source,
      body: bytes,
      contentType: 'application/json',
      at,
      networkHash: null,
    }
    const isLead = !('status' in lead) && lead.read.draft !== null
    const sent = { ...came, senderId: isLead ? lead.senderId : null }
    if (!isDryRun && !(await mayCome(sent))) return refuse(429, TOO_OFTEN, { retryAfter: 60 })
    if ('status' in lead) {
      if (!isDryRun) await keepUnread(db, { ...came, senderId: null }, lead.words)
      return refuse(lead.status, lead.words)
    }
    const { draft, problems, doubts } = lead.read
    if (!draft) {
      // The body speaks for itself here: mended, it comes again under the same id.
      if (!isDryRun) await keepUnread(db, { ...came, senderId: null }, inWords(problems))
      return refuse(422, 'This is not a lead yet. Mend the fields, and send it again.', { fields: problems })
    }
    // A field that was not understood is left out: it is no reason to let somebody wait.
    const leftOut = doubts.length > 0 ? { leftOut: doubts } : {}
    if (isDryRun) {
      // As for somebody new: a program of somebody else's does not learn here who our clients are.
      const explained = await explainLead(db, { draft, source, door: 'webhook', at, forStranger: true })
      return answer(200, { dryRun: true, ...explained, ...leftOut })
    }
    const { arrivalId, state, isRepeated } = await db.$transaction((tx) =>
      admitLead(tx, { ...came, senderId: lead.senderId }, { draft }),
    )
    return answer(202, { arrivalId, state, repeated: isRepeated, ...leftOut })
  }

  return (request: Request, key: string): Promise<Response> =>
    orTryAgain(async () => {
      const body = await readBody(request, MAX_BODY_BYTES)
      if (body === null) return refuse(413, TOO_LARGE)
      const source = await db.leadSource.findUnique({ where: { key } })
      if (source?.door !== 'webhook') return refuse(404, 'There is no such source. Check the address with the firm.')
      const wrong = refuseSignature({ headers: request.headers, body, secrets: goodSecrets(source, now()), now: now() })
      if (wrong) return refuse(401, wrong)
      if (!source.isActive) return refuse(403, 'This source is paused. Ask the firm to let it in again.')
      return takeSigned(source, body, new URL(request.url).searchParams.get('dryRun') === '1')
    })
}
