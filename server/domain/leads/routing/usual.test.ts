import fc from 'fast-check'
import { expect, test } from 'vitest'
import { route } from './route.ts'
import type { AgentState } from './routing.types.ts'
import { aLead, anAgent, office, otherOffice, someAgents, someRules, theDefault, uuid } from './testing.worlds.ts'

const [lister, known, older, newer] = [uuid(10), uuid(11), uuid(12), uuid(13)]
const standing = fc.record({ hasLeft: fc.boolean(), isAway: fc.boolean() })
type Standing = { hasLeft: boolean; isAway: boolean }
const somebody = (agentId: string, { hasLeft, isAway }: Standing, over: Partial<AgentState> = {}): AgentState => ({
  ...anAgent(0),
  ...over,
  agentId,
  hasLeft,
  status: isAway ? 'away' : 'available',
})
const facts = fc.record({
  ...{ known: fc.option(standing), lister: fc.option(standing), older: standing, newer: standing },
  isInTown: fc.boolean(),
})

test('before anybody has written a rule there is always somebody, for the first reason that holds', () => {
  fc.assert(
    fc.property(facts, fc.uuid(), (given, seed) => {
      const people = [
        ...(given.known ? [somebody(known, given.known)] : []),
        ...(given.lister ? [somebody(lister, given.lister, { officeId: otherOffice })] : []),
        somebody(newer, given.newer, { role: 'manager', hereSince: new Date(2_000) }),
        somebody(older, given.older, { role: 'manager', hereSince: new Date(1_000) }),
      ]
      const lead = aLead({
        knownAgentId: given.known && known,
        listingAgentId: given.lister && lister,
        officeId: given.isInTown ? office : null,
      })
      const can = (each: Standing | null) => each !== null && !each.hasLeft && !each.isAway
      // Who has managed the office the longest: nobody goes on to the next because the first is away.
      const manager = given.older.hasLeft ? { id: newer, ...given.newer } : { id: older, ...given.older }
      const first = [
        { who: known, holds: given.known !== null && !given.known.hasLeft, because: 'relationship' },
        { who: lister, holds: can(given.lister), because: 'listing-agent' },
        { who: manager.id, holds: given.isInTown && can(manager), because: 'town-office' },
        { who: theDefault.agentId, holds: true, because: 'default' },
      ].find(({ holds }) => holds)
      const decision = route(lead, someRules(), someAgents(people), seed)
      expect(decision).toMatchObject({ because: first?.because, outcome: { kind: 'assign', agentId: first?.who } })
    }),
  )
})

test('who knows somebody keeps them, whatever else changes', () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const decide = (given: typeof a) => {
        const people = [
          somebody(known, { hasLeft: false, isAway: true }),
          somebody(older, given.older, { role: 'manager' }),
        ]
        return route(aLead({ knownAgentId: known, listingAgentId: lister }), someRules(), someAgents(people), 'seed')
          .outcome
      }
      expect(decide(a)).toEqual(decide(b))
    }),
  )
})
