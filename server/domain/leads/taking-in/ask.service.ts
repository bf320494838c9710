import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { PublicContext } from '#server/context.ts'
import { LIKE_THIS_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { shownToAnybody } from '#server/domain/alerts/portal/portal.queries.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { draftOfAsked, holdAsked } from '../doors/arrivals/hold-asked.ts'
import { inquiryReceived } from '../leads.events.ts'
import { hashNetwork } from '../network-hash.ts'
import type { AskInput } from './ask.schema.ts'

/** Nobody writes a name, an address and a question faster than that. */
const LEAST_MS = 2_000
const ASKED = { ok: true } as const

async function refuseMachines({ db, now, network }: PublicContext, { email, openForMs }: AskInput): Promise<void> {
  if (openForMs < LEAST_MS) {
    throw new DomainError('PRECONDITION_FAILED', 'That was quicker than anybody writes. Send it once more.')
  }
  const counted = [
    { kind: 'inquiry' as const, value: email },
    ...(network ? [{ kind: 'inquiryNetwork' as const, value: network }] : []),
  ]
  if (await takeTry(db, { counted, now: now() })) return
  throw new DomainError('TOO_MANY_REQUESTS', 'You have written a few times just now. Call us instead, please.')
}

/**
 * Takes down what somebody asks about a home, as it was sent, and answers at once: who they are and whose they are is
 * found out by a job. One request key is one inquiry, however often it is sent.
 */
export async function askAboutHome(ctx: PublicContext, input: AskInput) {
  const { db, now, network } = ctx
  // A machine is told what a person is told.
  if (input.website !== '') return ASKED
  const { requestKey, listingKey, kind, fullName, email, phone, message, wantsAlerts } = input
  const proposedTimes = kind === 'Showing' ? input.proposedTimes : []
  const home = await db.listing.findFirst({ where: { AND: [shownToAnybody, { listingKey }] }, select: { id: true } })
  if (!home) throw notFound('This home')
  if (await db.inquiry.findUnique({ where: { requestKey }, select: { id: true } })) return ASKED
  await refuseMachines(ctx, input)
  const id = newId()
  const { website: _trap, ...sent } = input
  const raw = { ...sent, proposedTimes: proposedTimes.map((time) => time.toISOString()) }
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
