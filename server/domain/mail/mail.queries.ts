import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { visibleMails } from './mail.policy.ts'
import { type ListOutboxInput, OUTBOX_STATES } from './mail.schema.ts'
import { findSuppressed } from './suppression.queries.ts'

const PAGE_SIZE = 50
/** What became of one mail; whoever clicks more often than that is a machine. */
const EVENTS = 50

/** The outbox, newest first, with the count of each state. */
export async function listOutbox({ db, actor }: Context, { state, cursor }: ListOutboxInput) {
  const [groups, rows] = await Promise.all([
    db.outboxMail.groupBy({ by: ['state'], where: visibleMails(actor), _count: { _all: true } }),
    db.outboxMail.findMany({
      where: { AND: [visibleMails(actor), state ? { state } : {}, cursor ? { id: { lt: cursor } } : {}] },
      select: {
        ...{
          id: true,
          kind: true,
          recipient: true,
          state: true,
          attempts: true,
          subject: true,
          suppressedReason: true,
        },
        ...{ lastError: true, notBefore: true, createdAt: true, sentAt: true, contactId: true },
      },
      orderBy: { id: 'desc' },
      take: PAGE_SIZE + 1,
    }),
  ])
  const countOf = new Map(groups.map((group) => [group.state, group._count._all]))
  const items = rows.slice(0, PAGE_SIZE)
  return {
    counts: OUTBOX_STATES.map((each) => ({ state: each, count: countOf.get(each) ?? 0 })),
    items,
    nextCursor: rows.length > PAGE_SIZE ? items.at(-1)?.id : undefined,
  }
}

/** One mail as it was sent; without its content before it has left, and when the content is no longer kept. */
export async function getMail({ db, actor }: Context, { mailId }: { mailId: string }) {
  const mail = await db.outboxMail.findFirst({
    where: { AND: [visibleMails(actor), { id: mailId }] },
    select: {
      ...{ id: true, kind: true, recipient: true, state: true, attempts: true, subject: true },
      ...{ suppressedReason: true, lastError: true, messageId: true, createdAt: true, sentAt: true, contactId: true },
      ...{ notBefore: true, providerReply: true, inDoubtSince: true },
      body: { select: { html: true, text: true } },
      events: {
        select: { id: true, kind: true, detail: true, occurredAt: true },
        orderBy: { occurredAt: 'asc' },
        take: EVENTS,
      },
    },
  })
  if (!mail) throw notFound('This mail')
  const { body, ...rest } = mail
  const blocked = await findSuppressed(db, [mail.recipient])
  /** Why nothing is mailed to this address now; null while it may be written to. */
  const blockedBecause = blocked.get(mail.recipient.toLowerCase()) ?? null
  return { ...rest, blockedBecause, html: body?.html ?? null, text: body?.text ?? null }
}
