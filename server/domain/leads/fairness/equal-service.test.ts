import { expect, test } from 'vitest'
import { equalService, LEAST_LEADS } from './equal-service.ts'
import type { CameAt, ServedLead } from './equal-service.types.ts'
import { randomFrom } from './shuffles.ts'

const AREAS = ['Charleston', 'Mount Pleasant', 'Summerville', 'Folly Beach', 'Hollywood']
const TIMES: CameAt[] = ['workday', 'workday', 'workday', 'evening', 'weekend']

type Bias = { area: string; slower: number; moreTimeouts: number; evenings: number }
const none: Bias = { area: '', slower: 1, moreTimeouts: 0, evenings: 0 }

/** A month of leads. Waits are skewed as real ones are, longer outside of the workday, and one of ten is touched by nobody. */
function aMonth(seed: number, leads: number, bias: Bias = none): ServedLead[] {
  const random = randomFrom(seed)
  return Array.from({ length: leads }, (): ServedLead => {
    const area = AREAS[Math.floor(random() ** 1.5 * AREAS.length)] ?? 'Charleston'
    const isBiased = area === bias.area
    const cameAt =
      isBiased && random() < bias.evenings ? 'evening' : (TIMES[Math.floor(random() * TIMES.length)] ?? 'workday')
    const wait =
      Math.exp(1.5 + 2.5 * random() + random()) * (cameAt === 'workday' ? 1 : 9) * (isBiased ? bias.slower : 1)
    const timeouts = random() < 0.15 + (isBiased ? bias.moreTimeouts : 0) ? 1 : 0
    const touched = random() < 0.9 ? Math.round(wait) : null
    return {
      area,
      cameAt,
      touchedAfterMinutes: touched,
      offers: 1 + timeouts,
      passes: random() < 0.1 ? 1 : 0,
      timeouts,
    }
  })
}
const flagged = (leads: ServedLead[]) =>
  equalService(leads, { permutations: 99 }).areas.flatMap(({ area, verdict }) =>
    verdict.kind === 'differs' ? [{ area, findings: verdict.findings }] : [],
  )
const months = (count: number) => Array.from({ length: count }, (_, month) => month + 1)

test('of a thousand months in which all areas are served alike fewer than one in twenty is flagged', () => {
  const wrong = months(1_000).filter((seed) => flagged(aMonth(seed, 160)).length > 0)
  expect(wrong.length).toBeLessThan(50)
})

test('of a hundred months in which one area waits three times as long and is timed out more, nearly all are flagged', () => {
  const bias = { area: 'Summerville', slower: 3, moreTimeouts: 0.3, evenings: 0 }
  const found = months(100).map((seed) => flagged(aMonth(seed, 400, bias)))
  const right = found.filter((areas) =>
    areas.some(({ area, findings }) => area === 'Summerville' && findings.every(({ isWorse }) => isWorse)),
  )
  expect(right.length).toBeGreaterThanOrEqual(95)
})

test('an area that asks in the evening is not unlike the others, for it is compared with their evenings', () => {
  const bias = { area: 'Summerville', slower: 1, moreTimeouts: 0, evenings: 0.8 }
  const leads = months(100).map((seed) => aMonth(seed, 400, bias))
  expect(leads.filter((month) => flagged(month).length > 0).length).toBeLessThan(10)
  // The same months with the clock hidden: this is what the strata are for.
  const blind = leads.map((month) => month.map((lead) => ({ ...lead, cameAt: 'workday' as const })))
  expect(blind.filter((month) => flagged(month).length > 0).length).toBeGreaterThan(50)
})

test('few leads say nothing, however badly they were served; nor does an area that has nothing to be compared with', () => {
  const badly: ServedLead = {
    area: 'Awendaw',
    cameAt: 'workday',
    touchedAfterMinutes: null,
    offers: 3,
    passes: 1,
    timeouts: 2,
  }
  const well: ServedLead = { ...badly, area: 'Charleston', touchedAfterMinutes: 4, passes: 0, timeouts: 0 }
  const report = (few: number, many: number) =>
    equalService([...Array(few).fill(badly), ...Array(many).fill(well)]).areas.map(({ area, verdict }) => [
      area,
      verdict.kind,
    ])
  expect(report(LEAST_LEADS - 1, 200)).toEqual([
    ['Charleston', 'too-few'],
    ['Awendaw', 'too-few'],
  ])
  expect(report(LEAST_LEADS, 200)).toEqual([
    ['Charleston', 'differs'],
    ['Awendaw', 'differs'],
  ])
  expect(report(0, 200)).toEqual([['Charleston', 'too-few']])
  expect(equalService([])).toEqual({ areas: [], all: null, withoutArea: 0 })
})

test('a difference that nobody would feel is none, however sure it is', () => {
  const lead = (area: string, minutes: number): ServedLead => ({
    ...{ area, cameAt: 'workday', touchedAfterMinutes: minutes, offers: 1, passes: 0, timeouts: 0 },
  })
  const leads = Array.from({ length: 600 }, (_, index) =>
    lead(index % 2 ? 'Charleston' : 'Summerville', 5 + (index % 2)),
  )
  expect(flagged(leads)).toEqual([])
})

test('says what was measured, and how many leads had no area', () => {
  const lead = (over: Partial<ServedLead>): ServedLead => ({
    ...{ area: 'Charleston', cameAt: 'workday', touchedAfterMinutes: 10, offers: 1, passes: 0, timeouts: 0, ...over },
  })
  const report = equalService([
    ...[lead({}), lead({ touchedAfterMinutes: 15 }), lead({ touchedAfterMinutes: 16, passes: 2, offers: 3 })],
    ...[lead({ touchedAfterMinutes: null, timeouts: 1 }), lead({ area: null })],
  ])
  const figures = { leads: 4, offers: 6, medianMinutes: 15.5, promptShare: 0.5, passedShare: 0.25, timedOutShare: 0.25 }
  expect(report).toEqual({
    areas: [{ area: 'Charleston', figures, verdict: { kind: 'too-few' } }],
    all: figures,
    withoutArea: 1,
  })
})
