import { covers } from './eligibility.ts'
import { catchesAll, meets } from './overlap.ts'
import { membersOf } from './pool.ts'
import type { AgentState, Facts, Rule, Rules } from './routing.types.ts'
import { WEEKDAY_WORDS, WEEKDAYS } from './routing.words.ts'
import { joined, type Names, sayConditions, spelled } from './rule-said.words.ts'

export type LintKind = 'unreachable' | 'overlapping' | 'nobody' | 'nobody-now' | 'town-gap' | 'hour-gap'
/** Something about the rules that people should look at, in words, and what they can do about it. */
export type Finding = {
  kind: LintKind
  level: 'error' | 'warning' | 'note'
  ruleId: string | null
  words: string
  fix: string
}

type Given = { rules: Rules; people: readonly AgentState[]; at: Date; towns: readonly string[]; names: Names }

const isGone = ({ hasLeft, role }: AgentState, came: 'group' | 'picked') =>
  hasLeft || role === 'assistant' || (came === 'group' && role !== 'agent' && role !== 'teamLead')

/** Who could get leads by a rule, were they there; null for methods that know no people before a lead comes. */
function takersOf({ method }: { method: Rule['method'] }, people: readonly AgentState[]): AgentState[] | null {
  if ('pool' in method) {
    return membersOf(method.pool, people)
      .filter(({ agent, came }) => !isGone(agent, came === 'group' ? 'group' : 'picked'))
      .map(({ agent }) => agent)
  }
  if (method.kind !== 'named') return null
  return people.filter((agent) => agent.agentId === method.agentId && !isGone(agent, 'picked'))
}

const isOff = ({ status, statusUntil }: AgentState, at: Date) =>
  status !== 'available' && (statusUntil === null || statusUntil > at)

function lintOrder({ rules: { rules }, names }: Given): Finding[] {
  return rules.flatMap((rule, index): Finding[] => {
    const above = rules.slice(0, index)
    const catcher = above.find((earlier) => catchesAll(earlier.when, rule.when))
    if (catcher) {
      return [
        {
          ...{ kind: 'unreachable', level: 'error', ruleId: rule.id },
          words: `“${rule.name}” never has the first word: “${catcher.name}” stands above it and fits every lead that it fits.`,
          fix: `Move “${rule.name}” above “${catcher.name}”, or take it out.`,
        },
      ]
    }
    return above
      .filter((earlier) => meets(earlier.when, rule.when) !== 'no' && !catchesAll(rule.when, earlier.when))
      .map((earlier) => ({
        ...{ kind: 'overlapping' as const, level: 'note' as const, ruleId: rule.id },
        words: `Some leads ${meets(earlier.when, rule.when) === 'maybe' ? 'may fit' : 'fit'} both “${earlier.name}” (${sayConditions(earlier.when, names)}) and “${rule.name}”: the upper one has them.`,
        fix: 'If that is not meant, change their order, or add a condition.',
      }))
  })
}

function lintPeople({ rules, people, at }: Given): Finding[] {
  return [...rules.rules, rules.fallback].flatMap((rule): Finding[] => {
    const takers = takersOf(rule, people)
    if (takers === null) return []
    const [ruleId, next] = [rule.id, 'the next rule has all of its leads']
    if (takers.length === 0) {
      const fix = 'Add somebody to it who takes leads, or take the rule out.'
      return [{ kind: 'nobody', level: 'error', ruleId, words: `Nobody of “${rule.name}” takes leads: ${next}.`, fix }]
    }
    if (takers.some((agent) => !isOff(agent, at))) return []
    const fix = 'Ask them when they are back, or add somebody.'
    return [
      {
        kind: 'nobody-now',
        level: 'warning',
        ruleId,
        words: `Everybody of “${rule.name}” is away or paused just now: ${next}.`,
        fix,
      },
    ]
  })
}

const inTown = (citySlug: string): Pick<Facts, 'citySlug' | 'postalCode' | 'place'> => ({
  citySlug,
  postalCode: null,
  place: null,
})

/** Who could get leads by any rule. Everybody, where a rule knows no people beforehand. */
function allTakers({ rules, people }: Given): AgentState[] {
  const known = [...rules.rules, rules.fallback].map((rule) => takersOf(rule, people))
  const ids = new Set(known.flatMap((takers) => takers ?? []).map(({ agentId }) => agentId))
  return people.filter(({ agentId }) => ids.has(agentId))
}

function lintTowns(given: Given): Finding[] {
  const takers = allTakers(given)
  if (takers.length === 0) return []
  const empty = given.towns.filter((town) => takers.every(({ coverage }) => covers(coverage, inTown(town)) === false))
  if (empty.length === 0) return []
  const said = joined(
    empty.map((town) => given.names[town] ?? spelled(town)),
    'and',
  )
  const fix = 'Let somebody cover it, or name an agent for it by a rule.'
  return [
    {
      kind: 'town-gap',
      level: 'warning',
      ruleId: null,
      words: `Nobody who gets leads covers ${said}: the default rule has them.`,
      fix,
    },
  ]
}

const STEP = 30
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function lintHours(given: Given): Finding[] {
  const takers = allTakers(given)
  if (takers.length === 0 || takers.some(({ hours }) => hours.length === 0)) return []
  const all = takers.flatMap(({ hours }) => hours)
  return WEEKDAYS.flatMap((day): Finding[] => {
    const works = (minute: number) =>
      all.some((each) => each.day === day && each.fromMinute <= minute && minute < each.untilMinute)
    const free = Array.from({ length: 1_440 / STEP }, (_, index) => index * STEP).filter((minute) => !works(minute))
    const gaps = free.reduce<[number, number][]>((found, minute) => {
      const last = found.at(-1)
      if (last && last[1] === minute) last[1] = minute + STEP
      else found.push([minute, minute + STEP])
      return found
    }, [])
    if (gaps.length === 0) return []
    const said = joined(
      gaps.map(([from, until]) => `${clock(from)} to ${clock(until)}`),
      'and',
    )
    const fix = 'Let somebody take leads then, or put a pond at the end of the ladders.'
    return [
      {
        kind: 'hour-gap',
        level: 'note',
        ruleId: null,
        words: `On ${WEEKDAY_WORDS[day]}s nobody who gets leads works from ${said}.`,
        fix,
      },
    ]
  })
}

/** What people should look at before rules are published, the worst first. `towns`: where leads come from, as slugs. */
export function lintRules(given: Given): Finding[] {
  const weight = { error: 0, warning: 1, note: 2 } as const
  return [...lintOrder(given), ...lintPeople(given), ...lintTowns(given), ...lintHours(given)].toSorted(
    (a, b) => weight[a.level] - weight[b.level],
  )
}
