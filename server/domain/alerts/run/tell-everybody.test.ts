import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Match } from '../matching/matcher.ts'
import { packMatches } from '../matching/pack-matches.ts'
import type { Audience } from '../recipients/audience.ts'
import type { Hold } from '../rhythm/hold-back.ts'
import { tellEverybody } from './tell-everybody.ts'
import type { Telling } from './tell-now.ts'

/** Few of each, so that people meet: a contact of one search is added to another, an agent is a client as well. */
const address = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const uuid = (last: number) => `00000000-0000-7000-8000-00000000000${last}`
const SEARCHES = [0, 1, 2, 3].map(uuid)
const searchArb = fc.record({
  contact: address,
  further: fc.uniqueArray(address, { maxLength: 3 }),
  left: fc.boolean(),
  copy: fc.option(address),
  conciergeYN: fc.boolean(),
  paused: fc.boolean(),
})
type Search = {
  contact: string
  further: string[]
  left: boolean
  copy: string | null
  conciergeYN: boolean
  paused: boolean
}
const worldArb = fc.record({
  searches: fc.tuple(searchArb, searchArb, searchArb, searchArb),
  pairs: fc.uniqueArray(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 4 })), { selector: String, maxLength: 12 }),
  discarded: fc.uniqueArray(fc.tuple(address, fc.nat({ max: 4 })), { selector: String, maxLength: 4 }),
  asleep: fc.uniqueArray(address, { maxLength: 2 }),
})
type World = { searches: Search[]; pairs: [number, number][]; discarded: [string, number][]; asleep: string[] }

const idOf = (search: number) => SEARCHES[search] ?? ''
const NIGHT = { timeZone: 'UTC', quiet: { from: 0, to: 1_439 } }

function tell({ searches, pairs, discarded, asleep }: World) {
  const rows = pairs.map(
    ([search, home]): Match => ({
      ...{ searchId: idOf(search), version: 1, eventId: `e${home}`, listingId: `h${home}`, kind: 'New' },
      ...{ recipient: searches[search]?.contact ?? '', contactId: uuid(search + 4) },
    }),
  )
  const by = <T>(value: (search: Search) => T) => searches.map((search, at): [string, T] => [idOf(at), value(search)])
  const ids = (is: (search: Search) => boolean) => new Set(by(is).flatMap(([id, yes]) => (yes ? [id] : [])))
  const zones = new Map(asleep.map((email) => [email, NIGHT]))
  const audience: Audience = {
    further: new Map(by(({ further }) => further).filter(([, further]) => further.length > 0)),
    addresses: zones,
    left: ids(({ left }) => left),
    copies: new Map(by(({ copy }) => copy).flatMap(([id, copy]) => (copy === null ? [] : [[id, copy]]))),
  }
  const holds: Hold[] = []
  const tellings = tellEverybody({
    fresh: packMatches(rows, searches.length),
    due: { tellings: [], approved: [] },
    unwanted: {
      discarded: new Set(discarded.map(([email, home]) => `${email} h${home}`)),
      paused: ids(({ paused }) => paused),
      covered: new Set(),
    },
    rhythms: {
      searches: new Map(by(({ conciergeYN }) => ({ cadence: 'Instant' as const, conciergeYN }))),
      addresses: zones,
    },
    audience,
    slot: new Date('2026-05-03T12:00Z'),
    hold: (held) => holds.push(held),
  })
  return { tellings: [...tellings], holds }
}

const key = (email: string, search: number, home: number) => `${email}: ${idOf(search)} h${home}`

/** The same, read plainly: who is on each search, one pair after the other. */
function plainly({ searches, pairs, discarded, asleep }: World) {
  const [own, copies, waiting] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const [at, home] of pairs) {
    const search = searches[at]
    if (!search || search.conciergeYN) continue
    const says = (email: string) => !discarded.some(([who, what]) => who === email && what === home)
    const people = new Set([
      ...(search.left || search.paused ? [] : [search.contact]),
      ...search.further.filter((email) => email !== search.contact),
    ])
    for (const email of people) {
      if (says(email)) (asleep.includes(email) ? waiting : own).add(key(email, at, home))
    }
  }
  for (const [at, home] of pairs) {
    const copy = searches[at]?.copy
    const isTold = [...own].some((line) => line.endsWith(`: ${idOf(at)} h${home}`))
    const isOwn = [...own].some((line) => line.startsWith(`${copy}: ${idOf(at)} `))
    if (copy && isTold && !isOwn) copies.add(key(copy, at, home))
  }
  return { own, copies, waiting }
}

const linesOf = (tellings: readonly Telling[], isCopy: boolean) =>
  tellings.flatMap(({ recipient, lines, copied = [] }) =>
    lines.flatMap(({ searchId, listingId }) =>
      copied.includes(searchId) === isCopy ? [`${recipient}: ${searchId} ${listingId}`] : [],
    ),
  )

test('everybody on a search is told as a plain reading has it, in one mail an address, and each line once', () => {
  fc.assert(
    fc.property(worldArb, (world) => {
      const { tellings, holds } = tell(world)
      const { own, copies, waiting } = plainly(world)
      const addresses = tellings.map(({ recipient }) => recipient)
      expect(addresses).toEqual([...new Set(addresses)])
      expect(linesOf(tellings, false).toSorted()).toEqual([...own].toSorted())
      expect(linesOf(tellings, true).toSorted()).toEqual([...copies].toSorted())
      for (const { role, contactId } of tellings) expect(contactId === null).toBe(role === 'copy')

      const held = holds.filter(({ reason }) => reason === 'quiet')
      const sleepers = held.flatMap(({ searchId, recipient, lines }) => {
        const contact = world.searches[SEARCHES.indexOf(searchId)]?.contact
        return lines.map(({ listingId }) => `${recipient ?? contact}: ${searchId} ${listingId}`)
      })
      expect(sleepers.toSorted()).toEqual([...waiting].toSorted())
      // One word of an agent is waited for once, however many it is for.
      const approvals = holds.flatMap(({ reason, searchId }) => (reason === 'approval' ? [searchId] : []))
      expect(approvals).toEqual([...new Set(approvals)])
    }),
    { numRuns: 500, seed: 20_261_121 },
  )
})
