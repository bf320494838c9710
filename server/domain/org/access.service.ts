import { hashPassword, passwordMatches } from '#server/auth/passwords.ts'
import { endSessions } from '#server/auth/sessions.ts'
import { forgetTries, takeTry } from '#server/auth/sign-in-limit.ts'
import type { Context, PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import type { AuditNote } from '#server/domain/audit/audit.types.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { DomainError } from '#server/errors.ts'
import { queueAddressNotice } from './address-notice.mails.ts'
import { refuseDuplicate } from './org.duplicates.ts'
import { findLink, issueToken, useLink, voidTokens } from './tokens.service.ts'

/** Long enough to cover the writes that only a known address causes. */
const RESET_TAKES_MS = 250

/** What the invitation page greets with. Opening it uses nothing up. */
export async function readInvitation({ db, now }: PublicContext, { token }: { token: string }) {
  const { person } = await findLink(db, { token, kind: 'invitation', now: now() })
  return { fullName: person.fullName, email: person.email, role: person.role, officeName: person.office.name }
}

/** Sets the first password. That the link arrived proves the e-mail. */
export async function acceptInvitation(ctx: PublicContext, input: { token: string; password: string }) {
  const { db, now } = ctx
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    const at = now()
    const { person } = await useLink(tx, { token: input.token, kind: 'invitation', now: at })
    await tx.person.update({ where: { id: person.id }, data: { passwordHash, emailConfirmedAt: at } })
    await recordOwn(tx, ctx, person.id, { action: 'invitationAccepted' })
    return { email: person.email }
  })
}

/**
 * Mails a link when somebody works here under that address. The answer, and the time it takes, are the same when
 * nobody does.
 */
export async function requestPasswordReset(ctx: PublicContext, { email }: { email: string }) {
  const elapsed = new Promise((resolve) => setTimeout(resolve, RESET_TAKES_MS))
  await mailResetLink(ctx, email)
  await elapsed
  return { asked: true }
}

async function mailResetLink({ db, now }: PublicContext, email: string) {
  const at = now()
  if (!(await takeTry(db, { counted: [{ kind: 'reset', value: email }], now: at }))) return
  const person = await db.person.findFirst({
    where: { email, removedAt: null, passwordHash: { not: null } },
    select: { id: true, email: true },
  })
  if (!person) return
  await db.$transaction(async (tx) => {
    const { id: tokenId } = await issueToken(tx, { personId: person.id, kind: 'passwordReset', now: at })
    const dedupeKey = `password-reset:${tokenId}`
    await queueMail(tx, { kind: 'password-reset', recipient: person.email, dedupeKey, payload: { tokenId } })
  })
}

/** Whether a reset link still works, before somebody thinks of a new password. */
export async function readResetLink({ db, now }: PublicContext, { token }: { token: string }) {
  await findLink(db, { token, kind: 'passwordReset', now: now() })
  return { open: true }
}

/** A new password ends every session: whoever held one without knowing it is out. */
export async function resetPassword(ctx: PublicContext, input: { token: string; password: string }) {
  const { db, now } = ctx
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    const at = now()
    const { person } = await useLink(tx, { token: input.token, kind: 'passwordReset', now: at })
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } })
    await voidTokens(tx, { personId: person.id, now: at })
    const { count: sessions } = await endSessions(tx, { personId: person.id, now: at })
    await forgetTries(tx, person.email)
    await recordOwn(tx, ctx, person.id, { action: 'passwordReset', after: { sessions } })
    return { email: person.email }
  })
}

async function requirePassword({ db, actor, now }: Context, password: string) {
  // Somebody at an unlocked computer may guess no more often than at the door.
  const mayTry = await takeTry(db, { counted: [{ kind: 'account', value: actor.email }], now: now() })
  const person = await db.person.findUnique({ where: { id: actor.personId }, select: { passwordHash: true } })
  if (!mayTry || !(await passwordMatches(person?.passwordHash, password))) {
    throw new DomainError('FORBIDDEN', 'That is not your present password, or there were too many tries.')
  }
  await forgetTries(db, actor.email)
}

/** Ends the person's other sessions; this one goes on. */
export async function changePassword(ctx: Context, input: { current: string; password: string }) {
  const { db, actor, now } = ctx
  await requirePassword(ctx, input.current)
  const passwordHash = await hashPassword(input.password)
  await db.$transaction(async (tx) => {
    await tx.person.update({ where: { id: actor.personId }, data: { passwordHash } })
    await voidTokens(tx, { personId: actor.personId, kind: 'passwordReset', now: now() })
    const mine = { personId: actor.personId, now: now(), except: actor.sessionId }
    const { count: sessions } = await endSessions(tx, mine)
    await recordOwn(tx, ctx, actor.personId, { action: 'passwordChanged', after: { sessions } })
  })
  return { changed: true }
}

/** Mails a link to the new address; until it is followed, the old one stays, and is told what is going on. */
export async function requestEmailChange(ctx: Context, { email, password }: { email: string; password: string }) {
  const { db, actor, now } = ctx
  await requirePassword(ctx, password)
  await db.$transaction(async (tx) => {
    const link = await issueToken(tx, { personId: actor.personId, kind: 'confirmation', newEmail: email, now: now() })
    const dedupeKey = `confirmation:${link.id}`
    await queueMail(tx, { kind: 'confirmation', recipient: email, dedupeKey, payload: { tokenId: link.id } })
    await queueAddressNotice(tx, { to: actor.email, tokenId: link.id, moment: 'requested' })
  })
  return { sentTo: email }
}

/** Who would get which address: the page asks before it changes anything. */
export async function readEmailChange({ db, now }: PublicContext, { token }: { token: string }) {
  const { newEmail } = await findLink(db, { token, kind: 'confirmation', now: now() })
  return { email: newEmail }
}

/** The new address is theirs. Links that were mailed to the old one stop working, and it is told so. */
export async function confirmEmail(ctx: PublicContext, { token }: { token: string }) {
  const { db, now } = ctx
  const taken = 'Somebody else works here under that address by now.'
  return db.$transaction(async (tx) => {
    const at = now()
    const { id: tokenId, person, newEmail } = await useLink(tx, { token, kind: 'confirmation', now: at })
    if (!newEmail) throw new Error('A confirmation without an address.')
    const data = { email: newEmail, emailConfirmedAt: at }
    await refuseDuplicate(taken, tx.person.update({ where: { id: person.id }, data }))
    await voidTokens(tx, { personId: person.id, now: at })
    await queueAddressNotice(tx, { to: person.email, tokenId, moment: 'confirmed' })
    await recordOwn(tx, ctx, person.id, { action: 'emailChanged' })
    return { email: newEmail }
  })
}

/** Ends every other session of the one who asks. */
export async function endOtherSessions(ctx: Context) {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const mine = { personId: actor.personId, now: now(), except: actor.sessionId }
    const { count: sessions } = await endSessions(tx, mine)
    if (sessions > 0) await recordOwn(tx, ctx, actor.personId, { action: 'sessionsEnded', after: { sessions } })
    return { ended: sessions }
  })
}

type OwnDeed = Pick<AuditNote, 'action' | 'after'>

/** What somebody did to their own account, signed in or by the link that was mailed to them. */
const recordOwn = (tx: Db, ctx: PublicContext, personId: string, deed: OwnDeed) =>
  recordDeed(tx, ctx, { ...deed, actorId: personId, target: 'person', targetId: personId })
