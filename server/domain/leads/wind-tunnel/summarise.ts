import type {
  AreaShift,
  Expected,
  LadderEnd,
  LadderResult,
  Load,
  Move,
  Pace,
  Placed,
  TunnelResult,
} from './tunnel.types.ts'

/** Who had fewer leads is taken to be as fast as everybody together. */
const LEAST_LEADS = 5
/** As many leads of everybody stand beside an agent's own: three quick ones make nobody the fastest. */
const WEIGHT = 5
const LEAST_IN_AREA = 20
/** A gap that grows by more than that many of a hundred leads is pointed out. */
const WIDER = 0.05
const [MOST_MOVES, MOST_EXAMPLES] = [40, 50]

export type Paces = { all: Pace; of: ReadonlyMap<string, Pace> }

function paceOf(agentId: string | null, { all, of }: Paces): Expected {
  const own = agentId === null ? undefined : of.get(agentId)
  if (!own || own.leads < LEAST_LEADS) return all
  const promptShare = (own.promptShare * own.leads + all.promptShare * WEIGHT) / (own.leads + WEIGHT)
  return { medianMinutes: own.medianMinutes, promptShare }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** What the leads could expect with these agents: of each the middle of what that agent needs. */
function expectedOf(agentIds: readonly (string | null)[], paces: Paces): Expected {
  const expected = agentIds.map((agentId) => paceOf(agentId, paces))
  const waits = expected.map(({ medianMinutes }) => medianMinutes ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b)
  const middle = waits[Math.ceil(waits.length / 2) - 1]
  return {
    medianMinutes: middle !== undefined && Number.isFinite(middle) ? middle : null,
    promptShare: meanOf(expected.map(({ promptShare }) => promptShare)),
  }
}

function countBy<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function loadsOf(placed: readonly Placed[]): Load[] {
  const then = countBy(placed.map(({ firstAgentId }) => firstAgentId))
  const now = countBy(placed.map(({ agentId }) => agentId))
  return [...new Set([...then.keys(), ...now.keys()])]
    .flatMap((agentId) =>
      agentId === null ? [] : { agentId, before: then.get(agentId) ?? 0, after: now.get(agentId) ?? 0 },
    )
    .toSorted((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after) || (a.agentId < b.agentId ? -1 : 1))
}

function movesOf(changed: readonly Placed[]): Move[] {
  const moves = new Map<string, Move>()
  for (const { firstAgentId: fromId, agentId: toId } of changed) {
    const key = `${fromId}:${toId}`
    moves.set(key, { fromId, toId, leads: (moves.get(key)?.leads ?? 0) + 1 })
  }
  return [...moves.entries()]
    .toSorted(([a, { leads: inA }], [b, { leads: inB }]) => inB - inA || (a < b ? -1 : 1))
    .slice(0, MOST_MOVES)
    .map(([, move]) => move)
}

/** How far the expected share of prompt answers of each area lies from that of all others, then and now. */
function areasOf(placed: readonly Placed[], paces: Paces): AreaShift[] {
  const share = (leads: readonly Placed[], who: 'agentId' | 'firstAgentId') =>
    meanOf(leads.map((lead) => paceOf(lead[who], paces).promptShare))
  const known = placed.filter(({ citySlug }) => citySlug !== null)
  return [...Map.groupBy(known, ({ citySlug }) => citySlug ?? '')]
    .filter(([, own]) => own.length >= LEAST_IN_AREA && known.length - own.length >= LEAST_IN_AREA)
    .map(([area, own]) => {
      const others = known.filter(({ citySlug }) => citySlug !== area)
      const gapBefore = share(own, 'firstAgentId') - share(others, 'firstAgentId')
      const gapAfter = share(own, 'agentId') - share(others, 'agentId')
      return { area, leads: own.length, gapBefore, gapAfter, isWider: Math.abs(gapAfter) > Math.abs(gapBefore) + WIDER }
    })
    .toSorted((a, b) => a.gapAfter - b.gapAfter || (a.area < b.area ? -1 : 1))
}

/** What the ladders did. The slowest: nine of ten were faster. */
function ladderOf(placed: readonly Placed[]): LadderResult {
  const ends = countBy(placed.map(({ end }) => end))
  const count = (end: LadderEnd) => ends.get(end) ?? 0
  const waits = placed
    .filter(({ asked }) => asked > 0)
    .map(({ takenMinutes }) => takenMinutes)
    .toSorted((a, b) => a - b)
  const at = (share: number) => waits[Math.max(0, Math.ceil(waits.length * share) - 1)] ?? null
  return {
    ends: {
      ...{ given: count('given'), first: count('first'), 'next-agent': count('next-agent') },
      ...{ superior: count('superior'), pond: count('pond'), fallback: count('fallback') },
    },
    medianMinutes: at(0.5),
    slowestMinutes: at(0.9),
  }
}

/** What a draft would have changed. `kept` is how many of the leads have a decision that was kept. */
export function summarise(placed: readonly Placed[], paces: Paces, kept: number): TunnelResult {
  const changed = placed.filter(({ agentId, firstAgentId }) => agentId !== firstAgentId)
  const names = new Map(placed.map(({ ruleId, ruleName }) => [ruleId, ruleName]))
  const rules = [...countBy(placed.map(({ ruleId }) => ruleId))].map(([ruleId, leads]) => {
    return { ruleId, name: names.get(ruleId) ?? '', leads }
  })
  const latest = changed.toSorted((a, b) => b.arrivedAt.getTime() - a.arrivedAt.getTime()).slice(0, MOST_EXAMPLES)
  return {
    ...{ leads: placed.length, changed: changed.length, kept },
    toPond: placed.filter(({ agentId }) => agentId === null).length,
    rules: rules.toSorted((a, b) => b.leads - a.leads || (a.ruleId < b.ruleId ? -1 : 1)),
    ...{ loads: loadsOf(placed), moves: movesOf(changed), ladder: ladderOf(placed) },
    before: expectedOf(
      placed.map(({ firstAgentId }) => firstAgentId),
      paces,
    ),
    after: expectedOf(
      placed.map(({ agentId }) => agentId),
      paces,
    ),
    areas: areasOf(placed, paces),
    examples: latest.map(({ inquiryId, ruleName, firstAgentId, agentId }) => {
      return { inquiryId, ruleName, fromId: firstAgentId, toId: agentId }
    }),
  }
}
