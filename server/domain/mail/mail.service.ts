import { randomBytes } from 'node:crypto'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { mailsQueued } from './mail.events.ts'
import { messageIdOf } from './mail.message-id.ts'
import type { MailKind } from './mail.types.ts'

export type MailOrder = {
  kind: MailKind
  recipient: string
  /** One mail per key, however often the caller is run again. */
  dedupeKey: string
  payload: Prisma.InputJsonObject
  contactId?: string
  /** It waits until then. */
  notBefore?: Date
}

/** Queues one mail in the caller's transaction. Returns its id, also when it was queued before. */
export async function queueMail(tx: Db, order: MailOrder): Promise<{ id: string }> {
  const id = newId()
  const { contactId = null, ...rest } = order
  const { count } = await tx.outboxMail.createMany({
    data: [{ id, contactId, messageId: messageIdOf(id), ...rest }],
    skipDuplicates: true,
  })
  if (count === 0) {
    return tx.outboxMail.findUniqueOrThrow({ where: { dedupeKey: order.dedupeKey }, select: { id: true } })
  }
  await announce(tx, mailsQueued({ count: 1 }))
  return { id }
}

/** Queues many mails in one statement; the caller gives the ids and announces them. */
export async function queueMails(tx: Db, orders: (Omit<MailOrder, 'notBefore'> & { id: string })[]): Promise<void> {
  const rows = orders.map((order) => ({ ...order, messageId: messageIdOf(order.id) }))
  await tx.$executeRaw`
    INSERT INTO outbox_mail (id, kind, recipient, dedupe_key, payload, contact_id, message_id)
    SELECT id, kind, recipient, "dedupeKey", payload, "contactId", "messageId"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, kind text, recipient text, "dedupeKey" text,
           payload jsonb, "contactId" uuid, "messageId" text)`
}

/** The addresses' rows, made where they are missing: each has a random token that opens its preferences page. */
export async function ensureAddresses(tx: Db, emails: string[]): Promise<void> {
  const addresses = [...new Set(emails)].sort()
  await tx.$executeRaw`
    INSERT INTO mail_address (email, token)
    SELECT * FROM unnest(${addresses}::text[], ${addresses.map(() => randomBytes(16).toString('base64url'))}::text[])
    ON CONFLICT DO NOTHING`
}

/** Puts a dead letter back into the queue. Its Message-ID stays, so that a receiver recognises a repeat. */
export async function resendMail(ctx: Context, { mailId }: { mailId: string }) {
  const { db, now } = ctx
  const at = now()
  await db.$transaction(async (tx) => {
    const { count } = await tx.outboxMail.updateMany({
      where: { id: mailId, state: 'failed' },
      data: { state: 'queued', attempts: 0, notBefore: at, leaseUntil: null },
    })
    if (count === 0) {
      const mail = await tx.outboxMail.findUnique({ where: { id: mailId }, select: { state: true } })
      if (!mail) throw notFound('This mail')
      throw new DomainError('CONFLICT', `Only a failed mail can be sent again; this one is ${mail.state}.`)
    }
    await announce(tx, mailsQueued({ count: 1 }))
    const was = { before: { state: 'failed' }, after: { state: 'queued' } } as const
    await recordDeed(tx, ctx, { action: 'mailSentAgain', target: 'mail', targetId: mailId, ...was })
  })
  return { mailId }
}
