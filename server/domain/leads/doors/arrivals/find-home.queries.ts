import type { Db } from '#server/db.ts'
import { shownToAnybody } from '#server/domain/alerts/portal/portal.queries.ts'
import type { LeadDoor } from '#server/generated/prisma/enums.ts'
import type { LeadDraft } from '../draft.schema.ts'

/** Anybody can write to these: a home that its seller keeps off the internet must not be told to them by a receipt. */
const PUBLIC_DOORS: readonly LeadDoor[] = ['own_page', 'form']

/**
 * The home that somebody means: by our key or its MLS number, else by its street where exactly one of ours stands in it.
 */
export async function findHome(
  db: Db,
  { home, address, postalCode, citySlug }: LeadDraft,
  door: LeadDoor,
): Promise<{ id: string } | null> {
  const seen = PUBLIC_DOORS.includes(door) ? shownToAnybody : {}
  if (home) {
    const found = await db.listing.findFirst({
      where: { AND: [seen, { OR: [{ listingKey: home }, { listingId: home }] }] },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    if (found) return found
  }
  // "12 Oak Street, Mount Pleasant, SC 29464" and "12 Oak Street #4": the street itself is what stands first.
  const street = address?.split(/,| #| unit /i)[0]?.trim()
  if (!street || street.length < 5) return null
  const there = await db.listing.findMany({
    where: {
      AND: [
        seen,
        { streetAddress: { equals: street.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } },
        postalCode ? { postalCode } : citySlug ? { citySlug } : {},
      ],
    },
    select: { id: true },
    take: 2,
  })
  return there.length === 1 ? (there[0] ?? null) : null
}
