import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'push_subscription'] as const

/** Those who have not passed, and are still here; whether they have a device that takes notifications. */
export const findStillAsked = (tx: Db, offerId: string) =>
  tx.$queryRaw<{ personId: string; email: string; hasDevice: boolean }[]>`
    /* one plan */ SELECT p.id::text AS "personId", p.email::text,
           EXISTS (SELECT 1 FROM push_subscription AS d WHERE d.person_id = p.id) AS "hasDevice"
      FROM lead_offer_person AS asked JOIN person AS p ON p.id = asked.person_id
     WHERE asked.offer_id = ${offerId}::uuid AND asked.passed_at IS NULL AND p.removed_at IS NULL ORDER BY p.id`
