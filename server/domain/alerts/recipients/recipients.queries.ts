import type { Prisma, SearchRecipient } from '#server/generated/prisma/client.ts'

/** Those an agent has not taken off: who is on it, and who left it by themselves. */
export const SHOWN_RECIPIENTS = {
  where: { removedAt: null },
  select: { name: true, email: true, kind: true, leftAt: true, pausedUntil: true },
  orderBy: [{ createdAt: 'asc' }, { email: 'asc' }],
} satisfies Prisma.SavedSearch$recipientsArgs

type Shown = Pick<SearchRecipient, 'name' | 'email' | 'kind' | 'leftAt' | 'pausedUntil'>

/** With the reason why an address gets no mails at all: "unsubscribed", "bounced", … */
export const readRecipients = (recipients: readonly Shown[], stopped: ReadonlyMap<string, string>) =>
  recipients.map((recipient) => ({ ...recipient, stopped: stopped.get(recipient.email.toLowerCase()) ?? null }))
