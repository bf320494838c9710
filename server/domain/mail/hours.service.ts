import type { Db } from '#server/db.ts'

/** Minutes after midnight where the person lives; it may reach over midnight. */
type Quiet = { from: number; to: number }
export type AddressHours = { timeZone: string | null; quiet: Quiet | null }

type Row = { timeZone: string | null; quietFrom: number | null; quietTo: number | null }

export const toHours = ({ timeZone, quietFrom: from, quietTo: to }: Row): AddressHours => ({
  timeZone,
  quiet: from === null || to === null ? null : { from, to },
})

/** Keeps where the person behind an address lives, and when no alert arrives there. Says what stood before. */
export async function setHours(tx: Db, email: string, { timeZone, quiet }: AddressHours): Promise<AddressHours> {
  await tx.$executeRaw`SELECT FROM mail_address WHERE email = ${email}::citext FOR NO KEY UPDATE`
  const before = await tx.mailAddress.findUniqueOrThrow({ where: { email } })
  await tx.mailAddress.update({
    where: { email },
    data: { timeZone, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null },
  })
  return toHours(before)
}
