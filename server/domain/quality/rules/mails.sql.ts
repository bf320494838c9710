import { Prisma } from '#server/generated/prisma/client.ts'
import { daysBefore, type Rule } from './rule.ts'

/** Tables this reads across subjects. @public */
export const READS = ['outbox_mail'] as const

const stream = 'mails'
const hourBefore = (now: Date) => daysBefore(now, 1 / 24)

export const mailRules: readonly Rule[] = [
  {
    ...{ key: 'mails.in-doubt', stream, severity: 'critical' },
    name: 'Nobody knows whether it arrived',
    wrong: 'The connection broke while the mail was handed over, more than an hour ago.',
    matters: 'It may have arrived or not; nobody sends it a second time without being told.',
    advice: 'Look at it in the outbox, ask the provider, and send it again if it is not there.',
    find: (now) => Prisma.sql`
      SELECT id::text AS "recordId", kind AS sample FROM outbox_mail
       WHERE state = 'unknown' OR (state IN ('queued', 'sending') AND in_doubt_since < ${hourBefore(now)}::timestamptz)`,
  },
  {
    ...{ key: 'mails.overdue', stream, severity: 'critical' },
    name: 'A mail that should have left',
    wrong: 'The mail has been due for more than an hour and has not left.',
    matters: 'Somebody waits for it.',
    advice: 'Look at the delivery job, and at what the last attempt said.',
    find: (now) => Prisma.sql`
      SELECT id::text AS "recordId", kind || ', ' || attempts || ' attempts' AS sample FROM outbox_mail
       WHERE state IN ('queued', 'sending') AND not_before < ${hourBefore(now)}::timestamptz AND in_doubt_since IS NULL`,
  },
  {
    ...{ key: 'mails.failed', stream, severity: 'serious' },
    name: 'A mail that was given up',
    wrong: 'The mail could not be sent in any of its attempts in the last 30 days.',
    matters: 'Its reader never got it.',
    advice: 'Read what the server said, mend the address, and send it again from the outbox.',
    find: (now) => Prisma.sql`
      SELECT id::text AS "recordId", kind || ', ' || attempts || ' attempts' AS sample FROM outbox_mail
       WHERE state = 'failed' AND created_at > ${daysBefore(now, 30)}::timestamptz`,
  },
]
