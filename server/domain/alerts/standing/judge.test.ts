import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cadence } from '../rhythm/rhythm.words.ts'
import { judgeIgnored, judgeNothingFound, judgeTooBroad, type Move, type Standing } from './judge.ts'
import { DAY_MS, KEPT_DAYS, MOST_HOMES_A_MAIL, STILL_NOTHING_DAYS, WARNING_DAYS } from './patience.ts'

const START = new Date('2026-01-05T10:00:00Z')
const on = (day: number) => new Date(START.getTime() + day * DAY_MS)
const warned = (stage: Standing['stage'], day: number, since = 0): Standing => ({
  ...{ stage, since: on(since), stageAt: on(day), keptUntil: null },
})

describe('nobody reads', () => {
  const asked = { standing: null, cadence: 'Instant' as Cadence, lifeAt: on(0), mails: 8 }

  test.each([
    ['59 days are a pause for thought', asked, 59, null],
    ['seven mails are a holiday', { ...asked, mails: 7 }, 300, null],
    ['60 days and eight mails are a first warning', asked, 60, 'InitialIgnoredWarning'],
    ['a warning stands for two weeks', { ...asked, standing: warned('InitialIgnoredWarning', 60) }, 73, null],
    ['then comes the last', { ...asked, standing: warned('InitialIgnoredWarning', 60) }, 74, 'FinalIgnoredWarning'],
    ['which stands for two weeks, too', { ...asked, standing: warned('FinalIgnoredWarning', 74) }, 87, null],
    ['then it steps down', { ...asked, standing: warned('FinalIgnoredWarning', 74) }, 88, 'Ignored'],
    ['and is left alone for as long as before', { ...asked, standing: warned('Ignored', 88) }, 147, null],
    ['until the next first warning', { ...asked, standing: warned('Ignored', 88) }, 148, 'InitialIgnoredWarning'],
    ['a month apart needs more patience', { ...asked, cadence: 'Monthly' as Cadence }, 151, null],
    ['which ends as well', { ...asked, cadence: 'Monthly' as Cadence, mails: 4 }, 152, 'InitialIgnoredWarning'],
  ])('%s', (_, facts, day, to) => expect(judgeIgnored(facts, on(day))?.to ?? null).toBe(to))

  test.each([
    ['Instant', 'Daily'],
    ['Daily', 'Weekly'],
    ['Weekly', 'Monthly'],
    ['Monthly', 'off'],
  ] as const)('from %s it steps to %s', (cadence, step) => {
    const standing = warned('FinalIgnoredWarning', 74)
    expect(judgeIgnored({ ...asked, cadence, standing }, on(88))).toMatchObject({ to: 'Ignored', step })
  })

  test('a sign of life ends a warning; a Keep holds back the next one for half a year', () => {
    const standing = warned('FinalIgnoredWarning', 74)
    expect(judgeIgnored({ ...asked, standing, lifeAt: on(80) }, on(88))).toEqual({ to: null, since: on(80) })
    const kept = { ...standing, keptUntil: on(80 + KEPT_DAYS) }
    expect(judgeIgnored({ ...asked, standing: kept }, on(88))).toBeNull()
    expect(judgeIgnored({ ...asked, standing: kept }, on(79 + KEPT_DAYS))).toBeNull()
  })

  const days = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { maxLength: 40 })
  const cadences = fc.constantFrom('Instant', 'Daily', 'Weekly', 'Monthly' as Cadence)

  /** Lives through two years, night by night, and says on which day each move came. */
  function live(signs: readonly number[], mails: readonly number[], from: Cadence) {
    let standing: Standing | null = null
    let cadence: Cadence = from
    const moves: { day: number; move: Move; before: Standing['stage'] }[] = []
    for (let day = 0; day <= 720; day += 1) {
      const life = Math.max(0, ...signs.filter((sign) => sign <= day))
      const base =
        standing?.stage === 'Ignored' ? Math.max(life, (standing.stageAt.getTime() - on(0).getTime()) / DAY_MS) : life
      const told = mails.filter((mail) => mail > base && mail <= day).length
      const move = judgeIgnored({ standing, cadence, lifeAt: on(life), mails: told }, on(day))
      if (!move) continue
      moves.push({ day, move, before: standing?.stage ?? null })
      standing = { stage: move.to, since: move.since, stageAt: on(day), keptUntil: null }
      if (move.to && move.step === 'off') break
      if (move.to && move.step && move.step !== 'off') cadence = move.step
    }
    return moves
  }

  test('nothing steps down without two warnings before, each two weeks ahead', () => {
    fc.assert(
      fc.property(days, days, cadences, (signs, mails, cadence) => {
        const moves = live(signs, mails, cadence)
        for (const [index, { day, move, before }] of moves.entries()) {
          if (!move.to || !move.step) continue
          expect(before).toBe('FinalIgnoredWarning')
          const [first, last] = moves.slice(index - 2, index)
          expect([first?.move.to, last?.move.to]).toEqual(['InitialIgnoredWarning', 'FinalIgnoredWarning'])
          expect(day - (last?.day ?? day)).toBe(WARNING_DAYS)
          expect((last?.day ?? 0) - (first?.day ?? 0)).toBe(WARNING_DAYS)
          expect(signs.some((sign) => sign > (first?.day ?? 0) && sign <= day)).toBe(false)
        }
      }),
    )
  })

  test('more life never warns or slows earlier', () => {
    const firstOf = (moves: ReturnType<typeof live>, to: Move['to']) =>
      moves.find(({ move }) => move.to === to)?.day ?? Number.POSITIVE_INFINITY
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 700 }), cadences, (signs, mails, sign, cadence) => {
        const [without, withIt] = [live(signs, mails, cadence), live([...signs, sign], mails, cadence)]
        for (const to of ['InitialIgnoredWarning', 'FinalIgnoredWarning', 'Ignored'] as const) {
          expect(firstOf(withIt, to)).toBeGreaterThanOrEqual(firstOf(without, to))
        }
      }),
    )
  })
})

describe('nothing is found', () => {
  test.each([
    [null, 44, null],
    [null, 45, 'NoListingsFoundWarning'],
    [warned('NoListingsFoundWarning', 45), 45 + STILL_NOTHING_DAYS - 1, null],
    [warned('NoListingsFoundWarning', 45), 45 + STILL_NOTHING_DAYS, 'NoListingsFound'],
    [warned('NoListingsFound', 90), 2_000, null],
    [{ ...warned('NoListingsFound', 90), keptUntil: on(300) }, 200, null],
  ])('%j on day %i leads to %s', (standing, day, to) =>
    expect(judgeNothingFound({ standing, foundAt: on(0) }, on(day))?.to ?? null).toBe(to),
  )

  test('a home ends it, and it is never switched off or slowed down', () => {
    const standing = warned('NoListingsFound', 90)
    expect(judgeNothingFound({ standing, foundAt: on(100) }, on(101))).toEqual({ to: null, since: on(100) })
    expect(judgeNothingFound({ standing: null, foundAt: on(0) }, on(4_000))).not.toHaveProperty('step')
  })
})

test('too many homes at once are said as long as a mail of the last days was too long', () => {
  const long = { homes: MOST_HOMES_A_MAIL + 1, at: on(3) }
  expect(judgeTooBroad({ standing: null, longest: { ...long, homes: MOST_HOMES_A_MAIL } }, on(4))).toBeNull()
  expect(judgeTooBroad({ standing: null, longest: long }, on(4))).toEqual({
    ...{ to: 'OverLimit', since: on(3), dueAt: null, evidence: { homes: MOST_HOMES_A_MAIL + 1 } },
  })
  expect(judgeTooBroad({ standing: warned('OverLimit', 4), longest: long }, on(5))).toBeNull()
  expect(judgeTooBroad({ standing: warned('OverLimit', 4), longest: null }, on(12))).toMatchObject({ to: null })
})
