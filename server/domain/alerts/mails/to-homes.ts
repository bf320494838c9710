import { visitInWords } from '#server/domain/listings/open-houses.words.ts'
import type { SearchEventKind } from '#server/generated/prisma/enums.ts'
import type { AlertHome } from './alert-mail.view.ts'
import type { PlannedMatch } from './planned-mail.queries.ts'

/** A home that is new and was reduced in the same quarter of an hour is new. */
const RANK: Record<SearchEventKind, number> = {
  New: 0,
  BackOnMarket: 1,
  MovedIntoRange: 2,
  PriceDrop: 3,
  OpenHouse: 4,
  StatusChange: 5,
  MatchesNow: 6,
}

const dollars = (cents: bigint) => Number(cents) / 100

function reductionOf({ kind, event }: PlannedMatch): number | null {
  if (kind !== 'PriceDrop' || event.fromPriceCents === null) return null
  return dollars(event.fromPriceCents - event.toPriceCents)
}

/** The street stays with us when the owner withholds it. */
function addressOf({ listing }: PlannedMatch): string {
  const { streetAddress, unitNumber, city, stateOrProvince, postalCode, internetAddressDisplayYN } = listing
  const place = `${city}, ${stateOrProvince} ${postalCode}`
  if (!internetAddressDisplayYN) return `Address on request, ${place}`
  return `${streetAddress}${unitNumber ? ` ${unitNumber}` : ''}, ${place}`
}

/** An open house that was called off, or is over by now, is no reason to write. */
const isStillSo = ({ event: { openHouse } }: PlannedMatch, now: Date) =>
  !openHouse || (openHouse.openHouseStatus === 'Active' && openHouse.openHouseEndTime > now)

/** The visits that events tell of, the next one first. */
function visitsOf(rows: readonly PlannedMatch[]): string[] {
  const visits = rows.flatMap(({ event: { openHouse } }) => openHouse ?? [])
  const inOrder = visits.toSorted((a, b) => a.openHouseStartTime.getTime() - b.openHouseStartTime.getTime())
  return [...new Set(inOrder.map(visitInWords))]
}

/** The person's own key goes with each link: on the home's page they can say what they think of it. */
type Links = { appUrl: string; token: string; now: Date }

/**
 * The mail's homes: one entry a home, what is new first, then by price. Homes that may no longer be shown are left out,
 * and so is what is over by `now`.
 */
export function toHomes(matches: PlannedMatch[], { appUrl, token, now }: Links): AlertHome[] {
  const byListing = Map.groupBy(
    matches.filter(
      (match) =>
        match.listing.internetEntireListingDisplayYN &&
        match.criteria.standardStatuses.includes(match.listing.standardStatus) &&
        isStillSo(match, now),
    ),
    ({ listing }) => listing.id,
  )
  const homes = [...byListing.values()].flatMap((rows): AlertHome[] => {
    const [lead] = rows.toSorted((a, b) => RANK[a.kind] - RANK[b.kind])
    if (!lead) return []
    const { listing } = lead
    const [photo] = listing.photoUrls
    const because = new Map(
      rows.map(({ search, criteria }) => [search.name, { name: search.name, summary: criteria.summary }]),
    )
    return [
      {
        listingKey: listing.listingKey,
        mlsNumber: listing.listingId,
        url: `${appUrl}/homes/${encodeURIComponent(listing.listingKey)}?t=${token}`,
        photoUrl: photo ? `${photo}?w=1200` : null,
        kind: lead.kind,
        status: listing.standardStatus,
        visits: visitsOf(rows),
        price: dollars(listing.listPriceCents),
        reducedBy: reductionOf(lead),
        beds: listing.bedroomsTotal,
        baths: listing.bathroomsFull + listing.bathroomsHalf * 0.5,
        areaSqFt: listing.livingAreaSqFt,
        address: addressOf(lead),
        listedBy: listing.listOfficeName,
        because: [...because.values()],
      },
    ]
  })
  return homes.toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || b.price - a.price)
}
