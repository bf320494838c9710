import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { PublicContext } from '#server/context.ts'
import { LIKE_THIS_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { shownToAnybody } from '#server/domain/alerts/portal/portal.queries.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { draftOfAsked, holdAsked } from '../doors/arrivals/hold-asked.ts'
import { TRAPPED } from '../doors/doors.words.ts'
import { inquiryReceived } from '../leads.events.ts'
import { hashNetwork } from '../network-hash.ts'
import type { AskInput } from './ask.schema.ts'

/** Nobody writes a name, an address and a question faster than that. */
const LEAST_MS = 2_000
const ASKED = { ok: true } as const

function mayAsk({ db, now, network }: PublicContext, { email }: AskInput): Promise<boolean> {
  const counted = [
    { kind: 'inquiry' as const, value: email },
    ...(network ? [{ kind: 'inquiryNetwork' as const, value: network }] : []),
  ]
  return takeTry(db, { counted, now: now() })
}

async function refuseMachines(ctx: PublicContext, input: AskInput): Promise<void> {
  if (input.openForMs < LEAST_MS) {
    throw new DomainError('PRECONDITION_FAILED', 'That was quicker than anybody writes. Send it once more.')
  }
  if (await mayAsk(ctx, input)) return
  throw new DomainError('TOO_MANY_REQUESTS', 'You have written a few times just now. Call us instead, please.')
}

/** As it was sent, for the record. */
const rawOf = <Sent extends Pick<AskInput, 'kind' | 'proposedTimes'>>(sent: Sent) => ({
  ...sent,
  proposedTimes: sent.kind === 'Showing' ? sent.proposedTimes.map((time) => time.toISOString()) : [],
})

/** A browser may fill in what nobody sees: a human looks at it, as at every other door. Too much of it is left alone. */
async function holdTrapped(ctx: PublicContext, input: AskInput) {
  const { db, now, network } = ctx
  if (!(await mayAsk(ctx, input))) return ASKED
  const raw = rawOf(input)
  const held = { requestKey: input.requestKey, draft: draftOfAsked(raw, null), raw, networkHash: hashNetwork(network) }
  await db.$transaction((tx) => holdAsked(tx, { ...held, at: now(), suspicion: TRAPPED }))
  return ASKED
}

/**
 * Takes down what somebody asks about a home, as it was sent, and answers at once: who they are and whose they are is
 * found out by a job. One request key is one inquiry, however often it is sent.
 */
export async function askAboutHome(ctx: PublicContext, input: AskInput) {
  const { db, now, network } = ctx
  // A machine is told what a person is told.
  if (input.website !== '') return holdTrapped(ctx, input)
  const { requestKey, listingKey, kind, fullName, email, phone, message, wantsAlerts } = input
  const proposedTimes = kind === 'Showing' ? input.proposedTimes : []
  const home = await db.listing.findFirst({ where: { AND: [shownToAnybody, { listingKey }] }, select: { id: true } })
  if (!home) throw notFound('This home')
  if (await db.inquiry.findUnique({ where: { requestKey }, select: { id: true } })) return ASKED
  await refuseMachines(ctx, input)
  const id = newId()
  const { website: _trap, ...sent } = input
  const raw = rawOf(sent)
  const consentText = wantsAlerts ? LIKE_THIS_CONSENT : null
  const networkHash = hashNetwork(network)
  await db.$transaction(async (tx) => {
    if (await holdAsked(tx, { requestKey, draft: draftOfAsked(raw, consentText), raw, networkHash, at: now() })) return
    const { count } = await tx.inquiry.createMany({
      data: {
        ...{ id, requestKey, kind, listingId: home.id, fullName, email, phone: phone || null },
        ...{ message: message || null, proposedTimes, consentText, raw, networkHash, receivedAt: now() },
      },
      skipDuplicates: true,
    })
    if (count === 1) await announce(tx, inquiryReceived({ inquiryId: id }))
  })
  return ASKED
}
