import type { Random } from '#world/random.ts'
import type { Deal, DealStageWord, LegacyDoc } from './documents.ts'
import { streetName } from './names.ts'
import { between, DAY, daysBefore, momentIn, objectIdAt } from './timing.ts'

type Kit = { contacts: LegacyDoc[]; listings: LegacyDoc[] }

const STAGE_SHARES: [DealStageWord, number][] = [
  ['Prospect', 60],
  ['Active', 70],
  ['Offer', 25],
  ['Under contract', 45],
  ['Closing', 20],
  ['Closed', 140],
  ['Lost', 40],
]
/** Which homes a deal of this stage is about. */
const HOME_STATUS: Partial<Record<DealStageWord, readonly string[]>> = {
  Offer: ['Active', 'Coming Soon'],
  'Under contract': ['Under Contract', 'Pending'],
  Closing: ['Pending', 'Under Contract'],
  Closed: ['Sold'],
}
const LOST = [
  'Financing',
  'Inspection',
  'Appraisal',
  'Price',
  'Another home',
  'Other agent',
  'Changed mind',
  'No answer',
]
const TOWNS = ['Charleston', 'Mount Pleasant', 'Summerville', 'Beaufort', 'Folly Beach']
/** Days before the closing by which each has to be done. */
const STEPS = [
  ['Inspection', 28],
  ['Financing', 18],
  ['Appraisal', 14],
  ['Walk-through', 1],
  ['Closing', 0],
] as const

/** Midnight of UTC, as the old form's calendar left a day. */
const dayAfter = (moment: Date, days: number) => new Date((Math.floor(moment.getTime() / DAY) + Math.round(days)) * DAY)

function closingOf(random: Random, stage: DealStageWord, now: Date): Date | null {
  if (stage === 'Closed') return dayAfter(between(random, daysBefore(now, 700), daysBefore(now, 1), 2.4), 0)
  if (stage === 'Closing') return dayAfter(now, random.int(1, 9))
  if (stage === 'Under contract') return dayAfter(now, random.int(8, 48))
  if (stage === 'Offer') return dayAfter(now, random.int(30, 70))
  return stage === 'Active' && random.chance(0.4) ? dayAfter(now, random.int(40, 150)) : null
}

/** The steps up to a closing; those whose day is over are done, but for one in twelve that somebody forgot. */
function milestonesOf(random: Random, stage: DealStageWord, closing: Date | null, now: Date): Deal['milestones'] {
  if (!closing || stage === 'Active' || stage === 'Offer') return []
  return STEPS.map(([kind, days]) => {
    const due = dayAfter(closing, -days)
    const isDone = stage === 'Closed' || (due < now && random.chance(0.92))
    return { kind, due, ...(isDone ? { doneAt: new Date(due.getTime() + 17 * 3_600_000) } : {}) }
  })
}

function homeFor(random: Random, stage: DealStageWord, { listings }: Kit) {
  const wanted = HOME_STATUS[stage]
  const fitting = wanted && listings.filter(({ status, price }) => wanted.includes(String(status)) && Number(price) > 0)
  return fitting && fitting.length > 0 ? random.pick(fitting) : null
}

/** What the brokerage works on, and what came of the last two years' work. */
export function createDeals(random: Random, now: Date, count: number, kit: Kit): Deal[] {
  const all = STAGE_SHARES.reduce((sum, [, share]) => sum + share, 0)
  return STAGE_SHARES.flatMap(([stage, share]) =>
    Array.from({ length: Math.max(2, Math.round((share * count) / all)) }, () => createDeal(random, now, stage, kit)),
  )
}

function createDeal(random: Random, now: Date, stage: DealStageWord, kit: Kit): Deal {
  const contact = random.pick(kit.contacts)
  const closing = closingOf(random, stage, now)
  const home = homeFor(random, stage, kit)
  const latest = closing && stage === 'Closed' ? closing : daysBefore(now, 0.01)
  const known = momentIn(contact.createdAt, daysBefore(latest, 90))
  const createdAt = between(random, daysBefore(latest, Math.min(200, 60 + random.int(0, 140))), daysBefore(latest, 6))
  const begun = createdAt < known ? createdAt : new Date(Math.max(known.getTime(), createdAt.getTime()))
  const stageSince = between(random, begun, latest, 1.3)
  const isNamed = stage !== 'Prospect' || random.chance(0.5)
  const price = home ? Number(home.price) : random.int(180, 1400) * 1000
  return {
    _id: objectIdAt(random, begun),
    contactId: contact._id,
    agentId: contact.agentId,
    ...(home ? { listingId: home._id } : {}),
    ...(home || !isNamed ? {} : { address: `${random.int(2, 2800)} ${streetName(random)}, ${random.pick(TOWNS)}` }),
    side: random.chance(0.58) ? 'Buyer' : random.chance(0.93) ? 'Seller' : 'Both',
    stage,
    stageSince,
    ...(isNamed ? { price } : {}),
    commission: random.pick([2.5, 2.5, 3, 3, 2.75, 2, 5]),
    ...(closing ? { expectedClose: closing } : {}),
    ...(closing && stage === 'Closed' ? { closedAt: closing } : {}),
    ...(stage === 'Lost' ? { lostReason: random.pick(LOST) } : {}),
    milestones: milestonesOf(random, stage, closing, now),
    createdAt: begun,
    updatedAt: between(random, stageSince, latest, 1.3),
  }
}
