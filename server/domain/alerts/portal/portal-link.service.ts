import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { renewToken } from '#server/domain/mail/address-tokens.service.ts'
import { ensureAddresses, queueMail } from '#server/domain/mail/mail.service.ts'
import { DomainError } from '#server/errors.ts'
import { addressOf } from '../preferences.service.ts'
import { findContactAddedTo } from '../recipients/preferences.queries.ts'

/** Long enough to cover the writes that only a known address causes. */
const REQUEST_TAKES_MS = 250

const queueLink = (tx: Db, { email, contactId, at }: { email: string; contactId: string; at: Date }) =>
  queueMail(tx, {
    kind: 'portal-link',
    recipient: email,
    contactId,
    dedupeKey: `portal-link:${email}:${at.toISOString()}`,
    payload: {},
  })

/** The contact that a mail to this address belongs to: the newest; else one to whose search it was added. */
const contactOf = async (db: Db, email: string) =>
  (await db.contact.findFirst({ where: { email, removedAt: null }, select: { id: true }, orderBy: { id: 'desc' } })) ??
  (await findContactAddedTo(db, email))

async function mailLink({ db, now }: PublicContext, email: string) {
  const at = now()
  if (!(await takeTry(db, { counted: [{ kind: 'portal', value: email }], now: at }))) return
  const contact = await contactOf(db, email)
  if (!contact) return
  await db.$transaction(async (tx) => {
    await ensureAddresses(tx, [email])
    await queueLink(tx, { email, contactId: contact.id, at })
  })
}

/** Mails a lost link again. The answer, and the time it takes, are the same when nobody here has that address. */
export async function requestPortalLink(ctx: PublicContext, { email }: { email: string }) {
  const elapsed = new Promise((resolve) => setTimeout(resolve, REQUEST_TAKES_MS))
  await mailLink(ctx, email)
  await elapsed
  return { asked: true }
}

/** Takes a link back that came into wrong hands: it opens nothing from now on, and a new one goes to the address. */
export async function renewPortalLink({ db, now }: PublicContext, { token }: { token: string }) {
  const at = now()
  const { email } = await addressOf(db, token)
  if (!(await takeTry(db, { counted: [{ kind: 'portal', value: email }], now: at }))) {
    throw new DomainError('TOO_MANY_REQUESTS', 'You asked for a new link a few times already. Try again in an hour.')
  }
  const contact = await contactOf(db, email)
  await db.$transaction(async (tx) => {
    await renewToken(tx, { token, at })
    if (contact) await queueLink(tx, { email, contactId: contact.id, at })
  })
  return { renewed: true }
}
