import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCaught } from './caught.ts'
import { fits } from './conditions.ts'
import { lintRules } from './lint.ts'
import { catchesAll, meets } from './overlap.ts'
import type { AgentState, Conditions, Rule } from './routing.types.ts'
import { sayRule } from './rule-said.words.ts'
import { aLead, anAgent, aRule, noon, office, pool, someRules, uuid, worlds } from './testing.worlds.ts'

const names = { [office]: 'Mount Pleasant', [uuid(2)]: 'Ann Lee', [uuid(7)]: 'Beaches', zillow: 'Zillow' }
const weekdays = { days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, zone: 'America/New_York' }
const every = { from: '00:00', until: '24:00' }

const said: [string, Partial<Rule>][] = [
  [
    'Condos up to $600,000 in Mount Pleasant from Zillow, on weekdays: round robin among the Mount Pleasant office, 5 minutes each, then the team lead after 15 minutes.',
    {
      when: {
        ...{ propertySubTypes: ['Condominium'], price: { maxCents: 60_000_000 }, citySlugs: ['mount-pleasant'] },
        ...{ sources: ['zillow'], times: [{ ...weekdays, days: [...weekdays.days], ...every }] },
      },
      method: { kind: 'round-robin', pool },
      handOver: 'offer',
      ladder: { clock: 'always', steps: [{ afterMinutes: 15, act: 'team-lead' }] },
    },
  ],
  [
    'Renters from $1,800 to $2,400 a month: the listing agent, without asking.',
    { when: { leadTypes: ['Renter'], price: { minCents: 180_000, maxCents: 240_000 } } },
  ],
  ['All leads: Ann Lee, without asking.', { method: { kind: 'named', agentId: uuid(2) } }],
  [
    'Sellers or renters of houses or land from $300,000 in the zip 29464 or 29466 tagged “vip”: into the pond Beaches.',
    {
      when: {
        ...{ leadTypes: ['Seller', 'Renter'], propertySubTypes: ['SingleFamilyResidence', 'UnimprovedLand'] },
        ...{ price: { minCents: 30_000_000 }, postalCodes: ['29464', '29466'], tags: ['vip'] },
      },
      method: { kind: 'pond', pondId: uuid(7) },
    },
  ],
  [
    'All leads that came by mail, on Saturday and Monday from 9:30 AM to 12 PM: the first to claim it among the Mount Pleasant office and Ann Lee, 1 minute to answer, then ask once more after 1 minute, the pond Beaches after 30 minutes, in office hours.',
    {
      when: {
        doors: ['email'],
        times: [{ days: ['mon', 'sat'], from: '09:30', until: '12:00', zone: 'America/New_York' }],
      },
      method: { kind: 'first-to-claim', pool: { ...pool, agentIds: [uuid(2)] } },
      offerMinutes: 1,
      ladder: {
        clock: 'office-hours',
        steps: [
          { afterMinutes: 1, act: 're-ping' },
          { afterMinutes: 30, act: 'pond', pondId: uuid(7) },
        ],
      },
    },
  ],
]
test.each(said)('%s', (words, over) => {
  const { method = { kind: 'listing-agent' as const } } = over
  expect(sayRule(aRule(method, over), names)).toBe(words.replace('Saturday and Monday', 'Monday and Saturday'))
})

describe('what people should look at', () => {
  const lint = (rules: Rule[], people: AgentState[] = [anAgent(2)], towns: string[] = []) =>
    lintRules({ rules: someRules(...rules), people, at: noon, towns, names })
  const robin = (when: Conditions, number = 800, over: Partial<Rule> = {}) =>
    aRule({ kind: 'round-robin', pool }, { when, id: uuid(number), name: `Rule ${number}`, ...over })
  const kinds = (...given: Parameters<typeof lint>) => lint(...given).map(({ kind }) => kind)

  test('a rule below one that catches all of it, rules that meet, and rules that have nothing to do with each other', () => {
    const [town, wide, other] = [{ citySlugs: ['mount-pleasant'] }, {}, { citySlugs: ['summerville'] }]
    expect(kinds([robin(wide), robin(town, 801)])).toEqual(['unreachable'])
    expect(kinds([robin(town), robin(wide, 801)])).toEqual([])
    expect(kinds([robin(town), robin({ leadTypes: ['Buyer'] }, 801)])).toEqual(['overlapping'])
    expect(kinds([robin(town), robin(other, 801)])).toEqual([])
    const [finding] = lint([robin(wide), robin(town, 801)])
    expect(finding).toMatchObject({
      level: 'error',
      ruleId: uuid(801),
      fix: 'Move “Rule 801” above “Rule 800”, or take it out.',
    })
  })

  test('price bands and times are compared by what lies in them', () => {
    const [low, high, inner] = [{ maxCents: 50_000_000 }, { minCents: 50_000_001 }, { minCents: 1, maxCents: 2 }]
    expect(kinds([robin({ price: low }), robin({ price: high }, 801)])).toEqual([])
    expect(kinds([robin({ price: low }), robin({ price: inner }, 801)])).toEqual(['unreachable'])
    expect(kinds([robin({ price: inner }), robin({ price: low }, 801)])).toEqual([])
    expect(kinds([robin({ price: low }), robin({ price: { minCents: 1 } }, 801)])).toEqual(['overlapping'])
    const at = (from: string, until: string) => ({ times: [{ ...weekdays, days: [...weekdays.days], from, until }] })
    expect(kinds([robin(at('09:00', '12:00')), robin(at('12:00', '17:00'), 801)])).toEqual([])
    expect(kinds([robin(at('09:00', '17:00')), robin(at('10:00', '12:00'), 801)])).toEqual(['unreachable'])
  })

  test('areas are compared by what lies in them; with towns and tags that nothing compares it says “may”', () => {
    const box = (x: number, wide: number) => ({
      areas: [
        [
          [x, 32],
          [x + wide, 32],
          [x + wide, 32 + wide],
          [x, 32 + wide],
        ] as [number, number][],
      ],
    })
    const said = (first: Conditions, second: Conditions) =>
      lint([robin(first), robin(second, 801)]).map(({ kind, words }) => [kind, / may fit both /.test(words)])
    expect(said(box(-80, 1), box(-79.9, 0.5))).toEqual([['unreachable', false]])
    expect(said(box(-79.9, 0.5), box(-80, 1))).toEqual([])
    expect(said(box(-80, 1), box(-79.5, 1))).toEqual([['overlapping', false]])
    expect(said(box(-80, 1), box(-79, 1))).toEqual([])
    expect(said(box(-80, 1), { citySlugs: ['mount-pleasant'] })).toEqual([['overlapping', true]])
    expect(said({ tags: ['vip'] }, { tags: ['relocation'] })).toEqual([['overlapping', true]])
    expect(said({ tags: ['vip'] }, { leadTypes: ['Buyer'] })).toEqual([['overlapping', false]])
  })

  test('a rule without anybody, and one whose people are all away', () => {
    expect(kinds([robin({})], [anAgent(2, { role: 'assistant' }), anAgent(3, { hasLeft: true })])).toEqual(['nobody'])
    expect(kinds([robin({})], [anAgent(2, { status: 'paused' })])).toEqual(['nobody-now'])
    expect(kinds([robin({})], [anAgent(2, { status: 'away', statusUntil: noon })])).toEqual([])
    expect(kinds([aRule({ kind: 'named', agentId: uuid(9) })])).toEqual(['nobody'])
  })

  test('towns that nobody covers, and hours in which nobody works', () => {
    const inTown = anAgent(2, { coverage: { citySlugs: ['mount-pleasant'], postalCodes: [], areas: [] } })
    expect(lint([robin({})], [inTown], ['mount-pleasant', 'summerville'])).toMatchObject([
      { kind: 'town-gap', words: expect.stringContaining('covers Summerville:') },
    ])
    const mornings = anAgent(2, { hours: [{ day: 'sun', fromMinute: 540, untilMinute: 720 }] })
    const gaps = lint([robin({})], [mornings])
    expect(gaps).toHaveLength(7)
    expect(gaps.at(-1)?.words).toBe('On Sundays nobody who gets leads works from 00:00 to 09:00 and 12:00 to 24:00.')
    expect(lint([robin({})], [mornings, anAgent(3)])).toEqual([])
  })
})

test('where one rule catches all of another no lead says otherwise, and where two can not meet no lead fits both', () => {
  fc.assert(
    fc.property(worlds, ({ facts, rules: { rules } }) => {
      for (const a of rules) {
        for (const b of rules) {
          if (fits(b.when, facts) && catchesAll(a.when, b.when)) expect(fits(a.when, facts)).toBe(true)
          if (fits(a.when, facts) && fits(b.when, facts)) expect(meets(a.when, b.when)).not.toBe('no')
        }
      }
    }),
  )
})

test('of last month’s leads each is caught once, by the first rule that fits', () => {
  fc.assert(
    fc.property(fc.array(worlds, { maxLength: 6 }), worlds, (many, { rules }) => {
      const leads = [aLead(), ...many.map(({ facts }) => facts)]
      const caught = countCaught(rules, leads)
      expect(caught.reduce((sum, { first }) => sum + first, 0)).toBe(leads.length)
      expect(caught.at(-1)?.fits).toBe(leads.length)
    }),
  )
})
