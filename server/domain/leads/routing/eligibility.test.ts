import { expect, test } from 'vitest'
import { route } from './route.ts'
import type { AgentState, Facts } from './routing.types.ts'
import { aLead, anAgent, aRule, noon, pool, someAgents, someRules, uuid } from './testing.worlds.ts'

const reasons: [string, Partial<AgentState>, Partial<Facts>, string | null][] = [
  ['left', { hasLeft: true }, {}, 'left'],
  ['an assistant', { role: 'assistant' }, {}, 'role'],
  ['paused', { status: 'paused' }, {}, 'paused'],
  ['away', { status: 'away', statusUntil: new Date('2026-11-24T17:00:01Z') }, {}, 'away'],
  ['back again', { status: 'away', statusUntil: noon }, {}, null],
  ['on the last day of a vacation', { vacations: [{ from: '2026-11-20', until: '2026-11-24' }] }, {}, 'vacation'],
  ['the day after it', { vacations: [{ from: '2026-11-20', until: '2026-11-23' }] }, {}, null],
  ['at work until noon', { hours: [{ day: 'tue', fromMinute: 480, untilMinute: 720 }] }, {}, 'off-hours'],
  ['at work until a minute later', { hours: [{ day: 'tue', fromMinute: 480, untilMinute: 721 }] }, {}, null],
  ['at work on Mondays', { hours: [{ day: 'mon', fromMinute: 0, untilMinute: 1_440 }] }, {}, 'off-hours'],
  ['elsewhere', { coverage: { citySlugs: ['summerville'], postalCodes: [], areas: [] } }, {}, 'not-covering'],
  [
    'elsewhere, but for this zip',
    { coverage: { citySlugs: ['summerville'], postalCodes: ['29464'], areas: [] } },
    {},
    null,
  ],
  [
    'elsewhere, and nobody knows where it is',
    { coverage: { citySlugs: ['summerville'], postalCodes: [], areas: [] } },
    { citySlug: null },
    null,
  ],
  [
    'around the place',
    {
      coverage: {
        citySlugs: [],
        postalCodes: [],
        areas: [
          [
            [-80, 32],
            [-79, 32],
            [-79, 33],
            [-80, 33],
          ],
        ],
      },
    },
    {},
    null,
  ],
  [
    'beside the place',
    {
      coverage: {
        citySlugs: [],
        postalCodes: [],
        areas: [
          [
            [-82, 32],
            [-81, 32],
            [-81, 33],
          ],
        ],
      },
    },
    {},
    'not-covering',
  ],
  ['for cheaper homes', { maxPriceCents: 49_999_999 }, {}, 'price-band'],
  ['for homes up to exactly this', { maxPriceCents: 50_000_000 }, {}, null],
  ['for dearer homes', { minPriceCents: 50_000_001 }, {}, 'price-band'],
  ['full', { capacity: 2, openLeads: 2 }, {}, 'full'],
  ['with room for one', { capacity: 3, openLeads: 2 }, {}, null],
]
test.each(reasons)('somebody who is %s', (_, over, facts, reason) => {
  const rule = aRule({ kind: 'round-robin', pool: { officeIds: [], teamIds: [], agentIds: [uuid(5)] } })
  const decision = route(aLead(facts), someRules(rule), someAgents([anAgent(5, over)]), 'seed')
  expect(decision.considered[0]).toMatchObject({ agentId: uuid(5), whyNot: reason ? [reason] : [] })
  expect(decision.because).toBe(reason ? 'default' : 'rule')
})

test.each([
  ['is asked', { handOver: 'offer' }, true, 'in-appointment'],
  ['gets it without asking', { handOver: 'assign' }, true, null],
  ['is one of all', { method: { kind: 'first-to-claim', pool } }, true, 'in-appointment'],
  ['is asked, and the firm asks them all the same', { handOver: 'offer' }, false, null],
] as const)('in an appointment, somebody who %s', (_, over, skipsBusy, reason) => {
  const rules = { ...someRules(aRule({ kind: 'named', agentId: uuid(5) }, over)), skipsBusy }
  const busy = [{ from: noon, until: new Date(noon.getTime() + 1) }]
  const whyNotAt = (at: Date) => {
    const { considered } = route(aLead(), rules, someAgents([anAgent(5, { busy })], { at }), 'seed')
    return considered.find(({ agentId }) => agentId === uuid(5))?.whyNot
  }
  expect(whyNotAt(noon)).toEqual(reason ? [reason] : [])
  // Its end is free again.
  expect(whyNotAt(new Date(noon.getTime() + 1))).toEqual([])
})

test('working hours are those on the wall, also in the night in which the clocks change', () => {
  const rule = aRule({ kind: 'named', agentId: uuid(5) })
  const early = anAgent(5, { hours: [{ day: 'sun', fromMinute: 60, untilMinute: 180 }] })
  const at = (iso: string) => route(aLead(), someRules(rule), someAgents([early], { at: new Date(iso) }), 's').because
  // In autumn one to two is there twice, in spring two to three is not there at all.
  expect(['05:30', '06:30', '07:30', '08:30'].map((time) => at(`2026-11-01T${time}:00Z`))).toEqual([
    'rule',
    'rule',
    'rule',
    'default',
  ])
  expect(['05:30', '06:30', '07:30'].map((time) => at(`2027-03-14T${time}:00Z`))).toEqual([
    'default',
    'rule',
    'default',
  ])
})
