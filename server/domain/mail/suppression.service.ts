import type { Db } from '#server/db.ts'
import { ensureAddresses } from './mail.service.ts'

export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained' | 'manual'

/** The address behind a preferences link, or null. */
export const findAddress = (db: Db, token: string) => db.mailAddress.findUnique({ where: { token } })

type Change = { email: string; reason: SuppressionReason | null; at: Date }

/** Blocks an address (or, with null, opens it again). False when it was so already. A bounce is not lifted by a click. */
export async function changeSuppression(tx: Db, { email, reason, at }: Change): Promise<boolean> {
  const { count } = reason
    ? await tx.mailAddress.updateMany({
        where: { email, suppressedAt: null },
        data: { suppressedAt: at, suppressionReason: reason },
      })
    : await tx.mailAddress.updateMany({
        where: { email, suppressionReason: { in: ['unsubscribed', 'manual'] } },
        data: { suppressedAt: null, suppressionReason: null },
      })
  return count > 0
}

/**
 * Blocks many addresses at once. A wish that can be taken back gives way to a bounce or a complaint, which a click does
 * not lift; otherwise the first reason stays.
 */
export async function suppressAddresses(
  tx: Db,
  reasons: ReadonlyMap<string, SuppressionReason>,
  at: Date,
): Promise<void> {
  if (reasons.size === 0) return
  const emails = [...reasons.keys()].sort()
  await ensureAddresses(tx, emails)
  await tx.$executeRaw`
    UPDATE mail_address a SET suppressed_at = coalesce(a.suppressed_at, ${at}), suppression_reason = s.reason
      FROM unnest(${emails}::citext[], ${emails.map((email) => reasons.get(email) ?? null)}::text[]) AS s(email, reason)
     WHERE a.email = s.email
       AND (a.suppressed_at IS NULL
            OR (a.suppression_reason IN ('unsubscribed', 'manual') AND s.reason IN ('bounced', 'complained')))`
}
