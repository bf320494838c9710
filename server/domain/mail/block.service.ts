import type { Context } from '#server/context.ts'
import { addressId, recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { visibleMails } from './mail.policy.ts'
import { ensureAddresses } from './mail.service.ts'

/** What an admin may lift: not what a person has said themselves. */
const LIFTABLE = ['manual', 'bounced']

/** Blocks the address of a mail by hand, or lets mails go to it again. To say the same twice changes nothing. */
export async function setBlocked(ctx: Context, { mailId, blocked }: { mailId: string; blocked: boolean }) {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const where = { AND: [visibleMails(actor), { id: mailId }] }
    const mail = await tx.outboxMail.findFirst({ where, select: { recipient: true } })
    if (!mail) throw notFound('This mail')
    const email = mail.recipient
    await ensureAddresses(tx, [email])
    await tx.$queryRaw`SELECT 1 FROM mail_address WHERE email = ${email}::citext FOR UPDATE`
    const before = await tx.mailAddress.findUniqueOrThrow({ where: { email } })
    const reason = before.suppressedAt ? (before.suppressionReason ?? 'manual') : null
    if (blocked === (reason !== null)) return { blockedBecause: reason }
    if (reason !== null && !LIFTABLE.includes(reason)) {
      throw new DomainError(
        'PRECONDITION_FAILED',
        'They said themselves that they want no mails. Only they can undo it.',
      )
    }
    const after = blocked ? 'manual' : null
    await tx.mailAddress.update({
      where: { email },
      data: { suppressedAt: blocked ? now() : null, suppressionReason: after },
    })
    const about = {
      target: 'address',
      targetId: addressId(email),
      before: { reason },
      after: { reason: after },
    } as const
    await recordDeed(tx, ctx, { action: blocked ? 'addressBlocked' : 'addressOpened', ...about })
    return { blockedBecause: after }
  })
}
