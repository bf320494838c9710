import type { Db } from '#server/db.ts'
import type { OpenHouseStatus } from '#server/generated/prisma/enums.ts'
import type { Swap } from '#server/swap.ts'
import { tokensOfListing } from './listings.tokens.ts'

// The date of change stays: it is the source's, and an older revision of the source must not win.
const lockListings = (tx: Db, swaps: readonly { id: string }[]) =>
  tx.$executeRaw`SELECT 1 FROM listing WHERE id = ANY(${swaps.map(({ id }) => id)}::uuid[]) ORDER BY id FOR UPDATE`

export type ListingValues = {
  latitude: number | null
  longitude: number | null
  yearBuilt: number | null
  photoUrls: string[]
}

export const readListingValues = (tx: Db, ids: readonly string[]) =>
  tx.listing.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, latitude: true, longitude: true, yearBuilt: true, photoUrls: true },
  })

const same = (a: ListingValues, b: ListingValues) =>
  a.latitude === b.latitude &&
  a.longitude === b.longitude &&
  a.yearBuilt === b.yearBuilt &&
  JSON.stringify(a.photoUrls) === JSON.stringify(b.photoUrls)

/**
 * Writes values of listings where they still are what they were, with the tokens that follow from the place. Nothing
 * happened to the home, so nothing is told. Says which were written.
 */
export async function swapListingValues(tx: Db, swaps: readonly Swap<Partial<ListingValues>>[]): Promise<string[]> {
  await lockListings(tx, swaps)
  const rows = await tx.listing.findMany({ where: { id: { in: swaps.map(({ id }) => id) } } })
  const swapOf = new Map(swaps.map((swap) => [swap.id, swap]))
  const changed = rows.flatMap((row) => {
    const swap = swapOf.get(row.id)
    if (!swap || !same({ ...row, ...swap.from }, row)) return []
    const { id, latitude, longitude, yearBuilt, photoUrls, ...rest } = { ...row, ...swap.to }
    const locationTokens = tokensOfListing({ ...rest, latitude, longitude })
    return [{ id, latitude, longitude, yearBuilt, photoUrls, locationTokens }]
  })
  await tx.$executeRaw`
    UPDATE listing l SET latitude = i.latitude, longitude = i.longitude, year_built = i."yearBuilt",
           photo_urls = i."photoUrls", location_tokens = i."locationTokens"
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS i(
             id uuid, latitude float8, longitude float8, "yearBuilt" int, "photoUrls" text[], "locationTokens" text[])
     WHERE l.id = i.id`
  return changed.map(({ id }) => id)
}

/** Open houses of these listings that are over since before `until` and still count as active. */
export const readOpenHousesOver = (tx: Db, listingIds: readonly string[], until: Date) =>
  tx.openHouse.findMany({
    where: { listingId: { in: [...listingIds] }, openHouseStatus: 'Active', openHouseEndTime: { lt: until } },
    select: { id: true, listingId: true },
    orderBy: { id: 'asc' },
  })

/** Sets the status of open houses that still have the one they had. Says which. */
export async function swapOpenHouseStatuses(tx: Db, swaps: readonly Swap<OpenHouseStatus>[]): Promise<string[]> {
  const done: string[] = []
  for (const [key, group] of Map.groupBy(swaps, ({ from, to }) => `${from}>${to}`)) {
    const [first] = group
    if (!first) throw new Error(`Nobody asked for ${key}.`)
    const rows = await tx.openHouse.updateManyAndReturn({
      where: { id: { in: group.map(({ id }) => id) }, openHouseStatus: first.from },
      data: { openHouseStatus: first.to },
      select: { id: true },
    })
    done.push(...rows.map(({ id }) => id))
  }
  return done
}
