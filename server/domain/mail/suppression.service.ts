import type { Db } from '#server/db.ts'

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
