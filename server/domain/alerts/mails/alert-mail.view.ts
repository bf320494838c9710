import type { SearchEventKind, StandardStatus } from '#server/generated/prisma/enums.ts'
import { ORDER_SAID } from './home-order.words.ts'

/** Everything an alert mail says, as plain values: what the template and the text are made from. */
export type AlertHome = {
  listingKey: string
  /** The MLS number people say on the phone. */
  mlsNumber: string
  url: string
  photoUrl: string | null
  kind: SearchEventKind
  status: StandardStatus
  /** Visits to come that the mail tells of: "Saturday, Nov 28, 2–4 PM". */
  visits: string[]
  /** Dollars. */
  price: number
  /** Dollars less than before; null when it is not a reduction. */
  reducedBy: number | null
  beds: number
  baths: number
  areaSqFt: number | null
  /** "12 Marsh Lane, Mount Pleasant, SC 29464", or the town alone when the owner withholds the address. */
  address: string
  /** The firm that lists it: shown with each home, as display rules want it. */
  listedBy: string
  /** Names of the searches that asked for it, with what they ask. */
  because: { name: string; summary: string }[]
}

export type AlertMailView = {
  homes: AlertHome[]
  /** Homes beyond those shown with a photo: one line each, so that nothing is left out. */
  more: AlertHome[]
  /** Where all of them can be seen, of a mail that says only how many more there are; null where each has its line. */
  allHref: string | null
  recipientName: string
  firm: string
  agent: { name: string; title: string | null; phone: string | null; email: string; portraitUrl: string }
  office: { name: string; postalAddress: string; phone: string }
  /** Why they get it, and how they stop it. */
  wayOut: { because: string; words: string; url: string }
  /** Who gets what this is a copy of; null for a mail of one's own. */
  copyOf: string | null
  /** Who added them to what, in the first mail that tells of it. */
  introductions: string[]
  /** How fast it was, as a sentence. */
  delay: string
}

/** In the order in which a subject counts them. */
const KINDS = ['New', 'PriceDrop', 'BackOnMarket', 'MovedIntoRange', 'OpenHouse', 'StatusChange', 'MatchesNow'] as const

const money = (dollars: number) => `$${Math.round(dollars).toLocaleString('en-US')}`

const COUNTED: Record<SearchEventKind, string> = {
  New: 'new',
  PriceDrop: 'reduced',
  BackOnMarket: 'back on the market',
  MovedIntoRange: 'moved into your price range',
  StatusChange: 'with a new status',
  OpenHouse: 'with an open house',
  MatchesNow: 'for sale now',
}
const NOW: Partial<Record<StandardStatus, string>> = {
  Active: 'Now for sale',
  ComingSoon: 'Coming soon',
  ActiveUnderContract: 'Now under contract',
  Pending: 'Now pending',
  Closed: 'Sold',
}

/** "Open house Saturday, Nov 28, 2–4 PM and Sunday, Nov 29, 1–3 PM". */
const visitsInWords = ({ visits }: Pick<AlertHome, 'visits'>) => `Open house ${visits.join(' and ')}`

/** "New", "Reduced by $15,000", "Now under contract", "Open house Saturday, Nov 28, 2–4 PM". */
export function changeInWords(home: Pick<AlertHome, 'kind' | 'reducedBy' | 'status' | 'visits'>): string {
  const { kind, reducedBy, status } = home
  switch (kind) {
    case 'New':
      return 'New'
    case 'BackOnMarket':
      return 'Back on the market'
    case 'MovedIntoRange':
      return 'Moved into your price range'
    case 'StatusChange':
      return NOW[status] ?? 'New status'
    case 'OpenHouse':
      return visitsInWords(home)
    case 'MatchesNow':
      return 'Matches now'
    case 'PriceDrop':
      return reducedBy ? `Reduced by ${money(reducedBy)}` : 'Reduced'
  }
}

/** The visits of a home that is told for another reason; null where there are none to add. */
export const alsoOpenInWords = (home: Pick<AlertHome, 'kind' | 'visits'>) =>
  home.kind !== 'OpenHouse' && home.visits.length > 0 ? visitsInWords(home) : null

/** "3 beds · 2.5 baths · 2,140 sq ft". */
export function factsInWords({ beds, baths, areaSqFt }: Pick<AlertHome, 'beds' | 'baths' | 'areaSqFt'>): string {
  const parts = [
    beds > 0 ? `${beds} ${beds === 1 ? 'bed' : 'beds'}` : null,
    baths > 0 ? `${baths} ${baths === 1 ? 'bath' : 'baths'}` : null,
  ]
  const area = areaSqFt === null ? null : `${areaSqFt.toLocaleString('en-US')} sq ft`
  return [...parts, area].filter((part) => part !== null).join(' · ')
}

export const priceInWords = (home: Pick<AlertHome, 'price'>) => money(home.price)

/** "Matches “Beach house”: homes in Mount Pleasant, up to $600,000". */
export const becauseInWords = ({ because }: Pick<AlertHome, 'because'>) =>
  because.map(({ name, summary }) => `“${name}”: ${summary}`).join('; ')

/** One line for the inbox: the home when it is one, the count by kind when there are several. A copy says so. */
export const subjectOf = ({ copyOf, ...told }: Pick<AlertMailView, 'homes' | 'more' | 'copyOf'>): string =>
  copyOf === null ? newsOf(told) : `Copy: ${newsOf(told)}`

function newsOf({ homes, more }: Pick<AlertMailView, 'homes' | 'more'>): string {
  const [first] = homes
  if (homes.length + more.length === 1 && first)
    return `${changeInWords(first)}: ${first.address.split(',')[0]}, ${priceInWords(first)}`
  const counts = KINDS.map((kind) => ({ kind, count: [...homes, ...more].filter((home) => home.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${COUNTED[kind]}`)
  return `${homes.length + more.length} homes for you: ${counts.join(', ')}`
}

/** One home in two lines. */
const lineOf = (home: AlertHome) =>
  [`${changeInWords(home)} · ${priceInWords(home)} · ${home.address}`, `MLS# ${home.mlsNumber}`, home.url].join('\n')

const many = (count: number) => count.toLocaleString('en-US')

/** The homes beyond the first: a line each, or how many there are and the way to them. */
function moreInText({ homes, more, allHref }: AlertMailView): string[] {
  if (more.length === 0) return []
  if (allHref === null) return [`And ${more.length} more:`, ...more.map(lineOf)]
  const first = `And ${many(more.length)} more. These were the first ${homes.length}. ${ORDER_SAID}`
  return [`${first}\nAll ${many(homes.length + more.length)} homes: ${allHref}`]
}

/** The same mail for people who read text. */
export function textOf(view: AlertMailView): string {
  const { homes, recipientName, firm, agent, office, wayOut, delay } = view
  const blocks = homes.map((home) =>
    [
      `${changeInWords(home)} · ${priceInWords(home)}`,
      home.address,
      factsInWords(home),
      ...[alsoOpenInWords(home) ?? []].flat(),
      `MLS# ${home.mlsNumber}`,
      `Listed by ${home.listedBy}`,
      `Why: ${becauseInWords(home)}`,
      home.url,
    ].join('\n'),
  )
  return [
    `Hello ${recipientName},`,
    ...[...(view.copyOf ? [view.copyOf] : []), ...view.introductions],
    ...blocks,
    ...moreInText(view),
    [`${agent.name}${agent.title ? `, ${agent.title}` : ''}`, agent.phone, agent.email].filter(Boolean).join('\n'),
    `Reply to this mail to reach ${agent.name}.`,
    `${firm}, ${office.postalAddress}, ${office.phone}`,
    `${delay} ${wayOut.because}`,
    `${wayOut.words}: ${wayOut.url}`,
  ].join('\n\n')
}
