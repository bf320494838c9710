import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { route } from './route.ts'
import type { AgentState } from './routing.types.ts'
import { rulesSchema } from './rules.schema.ts'
import { agentsSchema } from './stored.schema.ts'
import { aLead, anAgent, aRule, someAgents, someRules, uuid, whoOf, worlds } from './testing.worlds.ts'

describe('every decision', () => {
  test('is the same for the same lead, rules, people and seed, in whatever order people stand, and after a rest on disk', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), ({ facts, rules, agents, seed }, turn) => {
        const decision = route(facts, rules, agents, seed)
        const cut = turn % agents.people.length
        const turned = [...agents.people.slice(cut), ...agents.people.slice(0, cut)].toReversed()
        expect(route(facts, rules, { ...agents, people: turned }, seed)).toEqual(decision)
        const read = agentsSchema.parse(JSON.parse(JSON.stringify(agents)))
        const known = rulesSchema.parse(
          JSON.parse(
            JSON.stringify({
              ...rules,
              rules: rules.rules.map((rule) => ({ ...rule, reason: 'For the test of it.' })),
            }),
          ),
        )
        expect(route(facts, known, read, seed)).toEqual(decision)
      }),
    )
  })

  test('asks somebody who can have it, or is at the end of all rules; whoever was asked before is not asked again', () => {
    fc.assert(
      fc.property(worlds, ({ facts, rules, agents, seed }) => {
        const decision = route(facts, rules, agents, seed)
        const asked = whoOf(decision)
        expect(asked.length > 0).toBe(decision.outcome.kind !== 'pond')
        for (const agentId of asked) {
          expect(
            decision.considered.filter((each) => each.agentId === agentId && each.ruleId === decision.ruleId),
          ).toMatchObject([{ whyNot: [] }])
          if (decision.because === 'default') continue
          expect(agents.without).not.toContain(agentId)
          expect(agents.people.find((each) => each.agentId === agentId)).toMatchObject({ hasLeft: false })
        }
      }),
    )
  })

  test('says of everybody of each pool that it looked at why it is not them, and of nobody else', () => {
    fc.assert(
      fc.property(worlds, ({ facts, rules, agents, seed }) => {
        const decision = route(facts, rules, agents, seed)
        for (const { ruleId } of decision.lines) {
          const rule = rules.rules.find(({ id }) => id === ruleId)
          if (!rule || !('pool' in rule.method)) continue
          const { officeIds, agentIds } = rule.method.pool
          const meant = agents.people
            .filter(
              ({ agentId, officeId, hasLeft }) =>
                agentIds.includes(agentId) || (!hasLeft && officeIds.includes(officeId)),
            )
            .map(({ agentId }) => agentId)
          const said = decision.considered.filter((each) => each.ruleId === ruleId)
          expect(said.map(({ agentId }) => agentId).toSorted()).toEqual(meant.toSorted())
          const chosen = said.filter(({ whyNot }) => whyNot.length === 0).map(({ agentId }) => agentId)
          expect(chosen.toSorted()).toEqual(ruleId === decision.ruleId ? whoOf(decision).toSorted() : [])
        }
      }),
    )
  })

  test('is that of the first line that fits and finds somebody: lines below it change nothing', () => {
    fc.assert(
      fc.property(worlds, ({ facts, rules, agents, seed }) => {
        const decision = route(facts, rules, agents, seed)
        expect(decision.lines.slice(0, -1).every(({ found }) => !found)).toBe(true)
        const index = rules.rules.findIndex(({ id }) => id === decision.ruleId)
        if (index === -1) return
        const shorter = { ...rules, rules: rules.rules.slice(0, index + 1) }
        expect(route(facts, shorter, agents, seed)).toEqual(decision)
      }),
    )
  })
})

test('a known client goes to their agent before all rules, even away; when the agent has left, the rules decide', () => {
  const rules = someRules(aRule({ kind: 'pond', pondId: uuid(700) }))
  const facts = aLead({ knownAgentId: uuid(5) })
  const theirs = (over: Partial<AgentState>) => route(facts, rules, someAgents([anAgent(5, over)]), 'seed')
  expect(theirs({ status: 'away', capacity: 1, openLeads: 9 })).toMatchObject({
    because: 'relationship',
    outcome: { kind: 'assign', agentId: uuid(5) },
  })
  expect(theirs({ hasLeft: true })).toMatchObject({ outcome: { kind: 'pond' }, considered: [{ whyNot: ['left'] }] })
  expect(theirs({ hasLeft: true }).lines.map(({ method, found }) => [method, found])).toEqual([
    ['relationship', false],
    ['pond', true],
  ])
})
