import { visitInWords } from '#server/domain/listings/open-houses.words.ts'
import type { AlertHome } from './alert-mail.view.ts'
import { byPlace, KIND_RANK, placeOf } from './home-order.ts'
import type { PlannedMatch } from './planned-mail.queries.ts'

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

/** Where it stands among the homes of its mail. */
const placeOfMatch = ({ kind, listing, event }: PlannedMatch) =>
  placeOf({ ...event, kind, listingId: listing.id, at: event.recordedAt })

/** The visits that events tell of, the next one first. */
function visitsOf(rows: readonly PlannedMatch[]): string[] {
  const visits = rows.flatMap(({ event: { openHouse } }) => openHouse ?? [])
  const inOrder = visits.toSorted((a, b) => a.openHouseStartTime.getTime() - b.openHouseStartTime.getTime())
  return [...new Set(inOrder.map(visitInWords))]
}

/** The person's own key goes with each link: on the home's page they can say what they think of it. A copy has none. */
type Links = { appUrl: string; token: string | null; now: Date }

/**
 * The mail's homes: one entry a home, in the order of `byPlace`. Homes that may no longer be shown are left out,
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
  const inOrder = [...byListing.values()]
    .flatMap((rows) => {
      const [lead] = rows.toSorted((a, b) => KIND_RANK[a.kind] - KIND_RANK[b.kind])
      return lead ? [{ rows, lead }] : []
    })
    .toSorted((a, b) => byPlace(placeOfMatch(a.lead), placeOfMatch(b.lead)))
  return inOrder.map(({ rows, lead }): AlertHome => {
    const { listing } = lead
    const [photo] = listing.photoUrls
    const because = new Map(
      rows.map(({ search, criteria }) => [search.name, { name: search.name, summary: criteria.summary }]),
    )
    return {
      listingKey: listing.listingKey,
      mlsNumber: listing.listingId,
      url: `${appUrl}/homes/${encodeURIComponent(listing.listingKey)}${token === null ? '' : `?t=${token}`}`,
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
    }
  })
}
