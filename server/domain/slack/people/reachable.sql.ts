import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person'] as const

type Reachable = {
  id: string
  email: string
  slackUserId: string | null
  /** The address that was looked up when Slack was asked the last time. */
  knownEmail: string | null
  checkedAt: Date | null
  directChannel: string | null
}

/** Somebody who works here, with what is known of them in Slack. */
export async function findReachable(db: Db, personId: string): Promise<Reachable | null> {
  const [person] = await db.$queryRaw<Reachable[]>`
    /* one plan */ SELECT p.id::text, p.email::text, s.slack_user_id AS "slackUserId", s.email::text AS "knownEmail",
           s.checked_at AS "checkedAt", s.direct_channel AS "directChannel"
      FROM person AS p LEFT JOIN slack_person AS s ON s.person_id = p.id
     WHERE p.id = ${personId}::uuid AND p.removed_at IS NULL`
  return person ?? null
}
