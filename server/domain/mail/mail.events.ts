import type { Fact } from '#server/outbox.ts'

/** New mails wait in the outbox; delivery need not wait for its clock. */
export const mailsQueued = (data: { count: number }): Fact => ({ name: 'mail/queued', data })
