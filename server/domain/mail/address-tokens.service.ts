import { randomBytes } from 'node:crypto'
import type { Db } from '#server/db.ts'

/** The address that a one-click way out belongs to, also when its link was taken back since: old mails stay in inboxes. */
export async function findAddressToLeave(db: Db, token: string) {
  const retired = await db.retiredToken.findUnique({ where: { token }, select: { email: true } })
  return db.mailAddress.findUnique({ where: retired ? { email: retired.email } : { token } })
}

/** Gives an address a new link. The old one opens nothing any more; of two who do it at once, one does. */
export async function renewToken(tx: Db, { token, at }: { token: string; at: Date }): Promise<void> {
  const fresh = randomBytes(16).toString('base64url')
  const [address] = await tx.mailAddress.updateManyAndReturn({ where: { token }, data: { token: fresh } })
  if (address) await tx.retiredToken.create({ data: { token, email: address.email, retiredAt: at } })
}
