import { describe, expect, test } from 'vitest'
import { dayName, nextMonday, spanOf } from './_days.words.ts'
import { readTaskLine } from './_task-line.ts'

// A Saturday.
const TODAY = '2026-11-21'
const read = (line: string) => {
  const { title, kind, priority, due } = readTaskLine(line, TODAY)
  return [title, kind, priority, due?.on ?? null, due?.minutes ?? null]
}

describe('one line', () => {
  test.each([
    ['Call about the dock friday', ['Call about the dock', 'call', 'normal', '2026-11-27', null]],
    ['call Ana tomorrow 2pm !', ['call Ana', 'call', 'high', '2026-11-22', 840]],
    ['Send comps at 9:30 am on mon', ['Send comps', 'email', 'normal', '2026-11-23', 570]],
    ['Text the gate code 14:05', ['Text the gate code', 'text', 'normal', TODAY, 845]],
    ['Follow up next week', ['Follow up', 'followUp', 'normal', '2026-11-23', null]],
    ['Renew the listing 3/1', ['Renew the listing', 'other', 'normal', '2027-03-01', null]],
    ['Closing gift Dec 4', ['Closing gift', 'closing', 'normal', '2026-12-04', null]],
    ['Check in in 2 weeks', ['Check in', 'followUp', 'normal', '2026-12-05', null]],
    ['Photographer 2026-12-24 8a', ['Photographer', 'other', 'normal', '2026-12-24', 480]],
    ['Show 12 Oak Street saturday', ['Show 12 Oak Street', 'showing', 'normal', '2026-11-28', null]],
    // What only looks like a day or a clock stays in the title.
    ['Ask about lot 30', ['Ask about lot 30', 'followUp', 'normal', null, null]],
    ['Order 13pm', ['Order 13pm', 'other', 'normal', null, null]],
    ['Fix 2/30', ['Fix 2/30', 'other', 'normal', null, null]],
    ['Friday', ['Friday', 'other', 'normal', null, null]],
    ['Buy sun', ['Buy', 'other', 'normal', '2026-11-22', null]],
    ['Wow!', ['Wow!', 'other', 'normal', null, null]],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
  })

  test('days are called as people call them', () => {
    expect(
      ['2026-11-20', TODAY, '2026-11-22', '2026-11-27', '2026-11-28', '2025-01-02'].map((day) => dayName(day, TODAY)),
    ).toEqual(['Yesterday', 'Today', 'Tomorrow', 'Friday', 'Sat, Nov 28', 'Jan 2, 2025'])
    expect([nextMonday(TODAY), nextMonday('2026-11-23')]).toEqual(['2026-11-23', '2026-11-30'])
    expect([spanOf('2026-11-16', '2026-11-22'), spanOf('2026-11-30', '2026-12-06')]).toEqual([
      'Nov 16 to 22',
      'Nov 30 to Dec 6',
    ])
  })
})
