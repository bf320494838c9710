import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '../offers/office-hours.ts'
import { chaseSchema } from './chase.schema.ts'
import { CHASE_ACTS, minutesInWords } from './chase.words.ts'
import { actAt, type ChaseCourse, dueAt, stepsToCome } from './schedule.ts'

const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/London'] as const
const courses: fc.Arbitrary<ChaseCourse> = fc.record({
  clock: fc.constantFrom('always', 'office-hours'),
  steps: fc
    .tuple(
      fc.subarray([...CHASE_ACTS], { minLength: 1 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }),
    )
    .map(([acts, minutes]) => {
      const sorted = minutes.toSorted((a, b) => a - b)
      return acts.map((act, at) => ({ act, afterMinutes: sorted[at] ?? 301 }))
    }),
  repeatMinutes: fc.option(fc.integer({ min: 1, max: 300 })),
  backTo: fc.constant(null),
  timeZone: fc.constantFrom(...zones),
})
/** Also the two nights a year in which clocks change. */
const moments = fc.oneof(
  fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true }),
  fc.constantFrom('2026-11-01T05:30:00Z', '2027-03-14T06:59:30Z', '2026-10-31T23:59:00Z').map((at) => new Date(at)),
)

const hourIn = (timeZone: string, at: Date) =>
  Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at))

test('each step comes after the one before, when so many minutes of its clock have gone, and never in the night of an office', () => {
  fc.assert(
    fc.property(courses, moments, (course, start) => {
      expect(chaseSchema.omit({ isOn: true }).safeParse(course).success).toBe(true)
      let before = start
      for (const [rung, { afterMinutes }] of course.steps.entries()) {
        const due = dueAt(course, rung, before)
        expect(due).toEqual(addMinutes(start, afterMinutes, course.clock, course.timeZone))
        if (course.clock === 'office-hours' && due) {
          const hour = hourIn(course.timeZone, new Date(due.getTime() - 60_000))
          expect(hour >= 8 && hour < 20).toBe(true)
        }
        before = due ?? before
      }
    }),
    { numRuns: 40 },
  )
})

test('after hours in which nothing ran nobody is warned and loses the lead in the same minute', () => {
  fc.assert(
    fc.property(courses, moments, fc.integer({ min: 1, max: 3_000 }), (course, start, late) => {
      const taken = new Date((dueAt(course, 0, start) ?? start).getTime() + late * 60_000)
      const next = dueAt(course, 1, taken)
      if (next) expect(next.getTime()).toBeGreaterThan(taken.getTime())
    }),
    { numRuns: 40 },
  )
})

test('it ends: those above hear of it again ten times, and not at all where once is enough', () => {
  const course: ChaseCourse = {
    ...{ clock: 'always', repeatMinutes: 30, backTo: null, timeZone: 'America/New_York' },
    steps: [
      { act: 'remind', afterMinutes: 15 },
      { act: 'manager', afterMinutes: 60 },
      { act: 'take-back', afterMinutes: 90 },
    ],
  }
  expect(Array.from({ length: 14 }, (_, rung) => actAt(course, rung))).toEqual([
    ...['remind', 'manager', 'takeBack', ...Array<string>(10).fill('manager'), null],
  ])
  expect(actAt({ ...course, repeatMinutes: null }, 3)).toBeNull()
  const start = new Date('2026-11-24T15:00:00Z')
  const first = dueAt(course, 0, start) ?? start
  expect(
    stepsToCome(course, 0, first).map(({ act, dueAt: at }) => [act, (at.getTime() - start.getTime()) / 60_000]),
  ).toEqual([
    ['remind', 15],
    ['manager', 60],
    ['takeBack', 90],
  ])
})

test.each([
  [
    'in another order',
    [
      { act: 'manager', afterMinutes: 5 },
      { act: 'remind', afterMinutes: 10 },
    ],
  ],
  [
    'twice',
    [
      { act: 'remind', afterMinutes: 5 },
      { act: 'remind', afterMinutes: 10 },
    ],
  ],
  [
    'at one moment',
    [
      { act: 'remind', afterMinutes: 5 },
      { act: 'manager', afterMinutes: 5 },
    ],
  ],
  ['after a week', [{ act: 'remind', afterMinutes: 10_080 }]],
])('steps %s are refused', (_, steps) => {
  const whole = { isOn: true, clock: 'always', repeatMinutes: null, backTo: null, steps }
  expect(chaseSchema.safeParse(whole).success).toBe(false)
})

test('minutes are said as people say them', () => {
  expect([1, 59, 60, 61, 150].map(minutesInWords)).toEqual([
    '1 minute',
    '59 minutes',
    '1 hour',
    '1 hour 1 minute',
    '2 hours 30 minutes',
  ])
})
