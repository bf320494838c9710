import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['outbox_mail', 'slack_message'] as const

export type Reach = {
  offerId: string
  /** When anybody who is asked was first reached on any channel, or has seen it by themselves. */
  reachedAt: Date | null
  /** Something for them still waits to be handed over. */
  isOnItsWay: boolean
}

/** How far these offers got: a mail, a message in Slack or a push that its provider took, or eyes that have seen it. */
export const findReach = (db: Db, offerIds: readonly string[]) =>
  db.$queryRaw<Reach[]>`
    SELECT offer.id::text AS "offerId", min(least(asked.seen_at, asked.pushed_at, mail.at, message.at)) AS "reachedAt",
           coalesce(bool_or(mail.waits OR message.waits), false) AS "isOnItsWay"
      FROM lead_offer AS offer
      JOIN lead_offer_person AS asked ON asked.offer_id = offer.id
      LEFT JOIN LATERAL (
        SELECT min(sent_at) AS at, bool_or(state IN ('queued', 'sending', 'unknown')) AS waits FROM outbox_mail
         WHERE dedupe_key IN (
           SELECT concat_ws(':', 'offer', offer.id, asked.person_id, time, word)
             FROM (SELECT 0 AS time UNION ALL SELECT rung + 1 FROM lead_ladder_step WHERE offer_id = offer.id) AS told,
                  unnest(ARRAY['first', 'again']) AS word)) AS mail ON true
      LEFT JOIN LATERAL (
        SELECT min(posted_at) AS at, bool_or(ts IS NULL AND state IN ('queued', 'sending')) AS waits FROM slack_message
         WHERE key IN (concat_ws(':', 'offer', offer.id, asked.person_id), concat_ws(':', 'offer', offer.id, 'channel'))
      ) AS message ON true
     WHERE offer.id = ANY(${offerIds}::uuid[])
     GROUP BY offer.id`

/** No channel has delivered it, and one may yet. */
export const isUnreached = ({ reachedAt, isOnItsWay }: Reach) => !reachedAt && isOnItsWay

const MOST = 200

/** Live offers that were made before `before`, wait to be handed over on some channel, and reached nobody on any. */
export async function findUnreached(db: Db, before: Date): Promise<Reach[]> {
  const live = await db.leadOffer.findMany({
    where: { endedAt: null, seenAt: null, offeredAt: { lt: before } },
    select: { id: true },
    orderBy: { offeredAt: 'asc' },
    take: MOST,
  })
  const reach = await findReach(
    db,
    live.map(({ id }) => id),
  )
  return reach.filter(isUnreached)
}
