import type { Db } from '#server/db.ts'
import { queuePush } from '#server/domain/push/push.service.ts'

type Won = { offerId: string; winnerId: string; at: Date }

/**
 * Somebody was faster: on the screens of whoever has a notification of the offer another one takes its place. Mails lead
 * to the page that says so, and Slack changes what it shows.
 */
export async function tellLosers(tx: Db, { offerId, winnerId, at }: Won): Promise<void> {
  const losers = await tx.leadOfferPerson.findMany({
    where: { offerId, personId: { not: winnerId }, passedAt: null, pushedAt: { not: null } },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  for (const { personId } of losers) {
    await queuePush(tx, { key: `lost:${offerId}:${personId}:${at.toISOString()}`, offerId, personId })
  }
}
