import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['outbox_mail', 'contact'] as const

type Visit = { email: string; listingId: string }

/** The latest mail that told this address of the home. */
export async function findMailBehind(tx: Db, { email, listingId }: Visit): Promise<string | null> {
  const [mail] = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text FROM alert_mail t JOIN outbox_mail m ON m.id = t.id AND m.state IN ('sent', 'unknown')
     WHERE t.recipient = ${email}::citext AND ${listingId}::uuid = ANY(t.listing_ids)
     ORDER BY t.slot DESC LIMIT 1`
  return mail?.id ?? null
}

/**
 * The contacts whose agents may know of it: those to whom a mail has shown this very home. A second contact that
 * somebody set up with the address learns nothing.
 */
export const findWhoWasShown = (tx: Db, { email, listingId }: Visit) =>
  tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.id::text
      FROM alert_mail t JOIN outbox_mail m ON m.id = t.id AND m.state IN ('sent', 'unknown')
      JOIN contact c ON c.id = m.contact_id AND c.removed_at IS NULL
     WHERE t.recipient = ${email}::citext AND c.email = t.recipient AND ${listingId}::uuid = ANY(t.listing_ids)`
