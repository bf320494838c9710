import fc from 'fast-check'
import { DEFECTS, type Defect } from '#world/legacy/old-alerts/defects.ts'
import type { Doc } from '../sync/documents.fixture.ts'

/** What a home does in a scene: it appears, gets cheaper, or comes back, in which hour. */
type Move = { news: 'new' | 'price' | 'back'; hour: number; minute: number; share: number }

export type SeekerPlan = {
  defect: Defect | 'none'
  maxPrice: number
  beds: number
  isNarrow: boolean
  moves: Move[]
}

const HOURS = 4
const move: fc.Arbitrary<Move> = fc.record({
  news: fc.constantFrom('new' as const, 'price' as const, 'back' as const),
  hour: fc.integer({ min: 0, max: HOURS - 1 }),
  minute: fc.integer({ min: 1, max: 40 }),
  share: fc.integer({ min: 0, max: 100 }),
})

/** Somebody with a search in a zip code of their own, homes in it that do things, and a defect that concerns them. */
export const seekerArb = (defect: Defect | 'none'): fc.Arbitrary<SeekerPlan> =>
  fc.record({
    defect: fc.constant(defect),
    maxPrice: fc.integer({ min: 12, max: 36 }).map((step) => step * 25_000),
    beds: fc.integer({ min: 2, max: 4 }),
    isNarrow: fc.boolean(),
    moves: fc.array(move, { minLength: 2, maxLength: 4 }),
  })

export const EVERYBODY = [...DEFECTS, ...DEFECTS, ...Array.from({ length: 16 }, () => 'none' as const)]

type Step = { at: Date; doc: Doc }
export type Seeker = { contact: Doc; search: Doc; oldEmail: string; steps: Step[]; before: Doc[] }

const OFF = 'Temp Off'

/** The documents of one person's part of a scene. `start` is the first midnight; everything before it stands already. */
export function planSeeker(
  { defect, maxPrice, beds, isNarrow, moves }: SeekerPlan,
  name: string,
  zip: string,
  start: Date,
): Seeker {
  const long = new Date(start.getTime() - 20 * 86_400_000)
  const minPrice = Math.round(maxPrice * 0.5)
  const at = (hour: number, minute: number) => new Date(start.getTime() + (hour * 60 + minute) * 60_000)
  const type = defect === 'ignores-town' ? 'Duplex' : 'SFR'
  const aHome = (key: string, over: object = {}): Doc => ({
    ...{
      _id: `${name}-${key}`,
      mlsNumber: `${name}-${key}`,
      status: 'Active',
      propertyType: type,
      price: maxPrice * 0.8,
    },
    ...{
      beds: beds + 1,
      baths: 2,
      sqft: 1_800,
      address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip },
      loc: [-80.68, 32.43],
    },
    ...{ photos: [], listedAt: long, updatedAt: long, ...over },
  })
  const before: Doc[] = []
  const steps: Step[] = []
  const happen = (key: string, when: Date, was: object | null, is: object) => {
    if (was) before.push(aHome(key, was))
    const fresh = was ? {} : { listedAt: when }
    steps.push({ at: when, doc: aHome(key, { ...was, ...fresh, ...is, updatedAt: when }) })
  }
  // A mail of more than five homes would be a full one for everybody.
  for (const [index, { news, hour, minute, share }] of moves.entries()) {
    const price = Math.round(maxPrice * (0.55 + share * 0.004))
    const when = at(hour, minute)
    if (news === 'new') happen(`m${index}`, when, null, { price })
    if (news === 'price') happen(`m${index}`, when, { price: Math.round(maxPrice * 0.97) }, { price })
    if (news === 'back') happen(`m${index}`, when, { price, status: OFF }, { price, status: 'Active' })
  }
  const has = (...some: (Defect | 'none')[]) => some.includes(defect)
  if (has('none', 'exclusive-bound')) happen('bound', at(1, 5), null, { price: maxPrice })
  if (has('none', 'ignores-beds')) happen('beds', at(2, 6), null, { beds: beds - 1 })
  if (has('none', 'ignores-type')) happen('type', at(0, 7), null, { propertyType: 'Condo' })
  if (has('none', 'ignores-town')) {
    const elsewhere = { street: '9 Elm St', city: 'Summerville', state: 'SC', zip: '29483' }
    happen('town', at(1, 8), null, { propertyType: type, address: elsewhere, price: maxPrice * 0.75 })
  }
  if (has('none', 'sends-hidden')) happen('hidden', at(2, 9), null, { hideOnline: true })
  if (has('none', 'sends-sold')) happen('sold', at(3, 10), { status: 'Pending' }, { status: 'Sold' })
  if (has('none', 'stale-price')) {
    happen('cut', at(1, 11), { price: maxPrice * 0.9 }, { price: maxPrice * 0.7 })
    happen('below', at(2, 12), { price: maxPrice * 0.6 }, { price: minPrice - 20_000 })
  }
  if (has('none', 'ignores-events')) happen('touched', at(2, 13), {}, { remarks: 'Fresh paint.' })
  if (has('cuts-off')) for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) happen(key, at(3, 14), null, {})
  const types = isNarrow || has('ignores-type', 'ignores-town', 'none') ? { types: [type] } : {}
  return {
    contact: {
      ...{
        _id: `p-${name}`,
        firstName: 'Ana',
        lastName: name,
        email: `${name}@mail.test`,
        agentId: 'agent',
        stage: 'lead',
      },
      updatedAt: long,
    },
    search: {
      ...{ _id: `s-${name}`, contactId: `p-${name}`, name: 'Near the water', active: !has('ignores-inactive') },
      criteria: { zips: [zip], minPrice, maxPrice, beds, ...types },
      updatedAt: long,
    },
    oldEmail: `${name}-old@mail.test`,
    ...{ steps, before },
  }
}

/** What the comparison has to say about each defect: kinds and causes, with the criterion where there is one. */
export const EXPECTED: Record<Defect | 'none', readonly string[]> = {
  none: [],
  'misses-home': ['oursOnly theirsMissed'],
  'sends-twice': ['twice duplicate'],
  'ignores-inactive': ['theirsOnly unsubscribed'],
  'stale-price': ['price dataLate', 'theirsOnly dataLate'],
  'exclusive-bound': ['oursOnly ruleDiffers price'],
  'ignores-beds': ['theirsOnly ruleDiffers bedrooms'],
  'ignores-type': ['theirsOnly ruleDiffers propertySubType'],
  'ignores-town': ['theirsOnly ruleDiffers area'],
  'old-address': ['address addressChanged'],
  'sends-hidden': ['theirsOnly hiddenHome'],
  'wrong-clock': ['oursOnly clockShift', 'theirsOnly clockShift'],
  'deleted-search': ['theirsOnly searchUnknown'],
  'sends-sold': ['theirsOnly ruleDiffers status'],
  'cuts-off': ['oursOnly cutOff'],
  'ignores-events': ['theirsOnly ruleDiffers news'],
}
