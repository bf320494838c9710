export type WhyNobody = {
  standardStatus: string
  internetEntireListingDisplayYN: boolean
  city: string
  people: number
  status: number
  dearer: number
  cheaper: number
  rooms: number
  kind: number
}

const FOR_SALE = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending']
const of = (people: number, one: string, many: string) => (people === 1 ? `1 ${one}` : `${people} ${many}`)

/** Why no alert fits a home, in the words of an agent; the most frequent wish first. */
export function whyNobody(why: WhyNobody): { because: string; wishes: string[] } {
  const { city, people, status, dearer, cheaper, rooms, kind } = why
  if (!why.internetEntireListingDisplayYN)
    return { because: 'Its seller keeps it off the internet, so no alert may show it.', wishes: [] }
  if (!FOR_SALE.includes(why.standardStatus))
    return { because: 'It is not for sale now. Alerts look for homes that are.', wishes: [] }
  if (people === 0) return { because: `None of your people looks for homes in ${city} yet.`, wishes: [] }
  const wishes: [number, string][] = [
    [dearer, of(dearer, 'wants to pay less', 'want to pay less')],
    [cheaper, of(cheaper, 'looks above this price', 'look above this price')],
    [rooms, of(rooms, 'needs more rooms', 'need more rooms')],
    [kind, of(kind, 'wants another kind of home', 'want another kind of home')],
    [status, of(status, 'asks for another status', 'ask for another status')],
  ]
  return {
    because: `${of(people, 'of your people looks', 'of your people look')} here, but for something else:`,
    wishes: wishes
      .filter(([count]) => count > 0)
      .toSorted(([a], [b]) => b - a)
      .map(([, words]) => words),
  }
}

type Home = { citySlug: string; listPriceCents: number; bedroomsTotal: number; propertySubType: string }

const STEP_CENTS = 2_500_000

/** The address of a new alert that this home would fit, with a little room above its price. */
export function alertLikeThis({ citySlug, listPriceCents, bedroomsTotal, propertySubType }: Home): string {
  const most = (Math.ceil((listPriceCents * 1.02) / STEP_CENTS) * STEP_CENTS) / 100
  const params = new URLSearchParams({
    citySlugs: citySlug,
    listPriceMax: String(most),
    propertySubTypes: propertySubType,
  })
  if (bedroomsTotal > 0) params.set('bedroomsMin', String(bedroomsTotal))
  return `/alerts/new?${params}`
}
