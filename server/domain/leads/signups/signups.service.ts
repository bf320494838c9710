import { createHash, createHmac } from 'node:crypto'
import { takeTry } from '#server/auth/sign-in-limit.ts'
import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { env } from '#server/env.ts'
import { notFound } from '#server/errors.ts'
import type { SignUp } from '#server/generated/prisma/client.ts'
import { newId } from '#server/ids.ts'
import { hashNetwork } from '../network-hash.ts'
import type { SaveSearchInput } from './signups.schema.ts'

const HOUR_MS = 3_600_000
export const LIFE_MS = 48 * HOUR_MS
/** Mails that one address may be sent because somebody typed it in. */
const A_DAY = 5

/** The secret of a confirmation's link, made anew from the row's id: what the outbox keeps opens nothing. */
export const secretOf = (id: string) =>
  createHmac('sha256', env.NEXTAUTH_SECRET).update(`sign-up:${id}`).digest('base64url')
export const hashOf = (secret: string) => new Uint8Array(createHash('sha256').update(secret).digest())

/** An address that was asked an hour ago, or five times today, is left in peace: nobody is to be mailed full. */
async function mayAsk(tx: Db, email: string, at: Date): Promise<boolean> {
  const asked = await tx.signUp.findMany({
    where: { email, requestedAt: { gt: new Date(at.getTime() - 24 * HOUR_MS) } },
    select: { requestedAt: true },
  })
  return asked.length < A_DAY && asked.every(({ requestedAt }) => at.getTime() - requestedAt.getTime() >= HOUR_MS)
}

type Asked = Pick<SignUp, 'email' | 'fullName' | 'criteria' | 'consentText'>
type At = { at: Date; network: string | undefined }

/** Keeps what was asked for and mails the address its one question; not when it was asked a moment ago. */
async function askAddress(
  tx: Db,
  { email, fullName, criteria, consentText }: Asked,
  { at, network }: At,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-up:${email.toLowerCase()}`}, 0))`
  if (!(await mayAsk(tx, email, at))) return
  const id = newId()
  await tx.signUp.create({
    data: {
      ...{ id, email, fullName, criteria: criteria ?? {}, consentText },
      ...{ networkHash: hashNetwork(network), tokenHash: hashOf(secretOf(id)) },
      ...{ requestedAt: at, expiresAt: new Date(at.getTime() + LIFE_MS) },
    },
  })
  const dedupeKey = `sign-up:${id}`
  await queueMail(tx, { kind: 'sign-up', recipient: email, dedupeKey, payload: { signUpId: id } })
}

const ASKED = { ok: true } as const

/**
 * Asks an address whether it wants these alerts. Nothing else is told to it, and nothing is set up before it says yes.
 * The answer is the same whoever the address belongs to, and when it was asked too often.
 */
export async function saveSearch({ db, now, network }: PublicContext, input: SaveSearchInput) {
  const at = now()
  if (network && !(await takeTry(db, { counted: [{ kind: 'signUpNetwork', value: network }], now: at }))) return ASKED
  await db.$transaction((tx) => askAddress(tx, input, { at, network }))
  return ASKED
}

export const findSignUp = async (db: Db, token: string) => {
  const signUp = await db.signUp.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!signUp) throw notFound('This link')
  return signUp
}

/** Mails the question anew when it was not answered in two days. */
export async function askAnew({ db, now, network }: PublicContext, { token }: { token: string }) {
  const signUp = await findSignUp(db, token)
  if (signUp.confirmedAt) return ASKED
  const at = now()
  await db.$transaction((tx) => askAddress(tx, signUp, { at, network }))
  return ASKED
}
