import type { Sweep } from '#server/sweep.ts'

/** Mails whose fate is settled, with everything that hangs on them. Their ids tell their age. */
export const sweepMails: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM outbox_mail WHERE id IN (
    SELECT id FROM outbox_mail
     WHERE id < first_uuid_of(${before}) AND state IN ('sent', 'failed', 'suppressed') ORDER BY id LIMIT ${limit})`
