import { expect, test } from 'vitest'
import { readAway } from './away.words.ts'

const zone = 'America/New_York'
// A Tuesday, 10:30 in the morning there.
const now = new Date('2026-11-24T15:30:00Z')
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

test.each([
  ['', null],
  ['2h', at('24T17:30')],
  ['for 90 minutes', at('24T17:00')],
  ['45 min', at('24T16:15')],
  ['2 days', at('26T15:30')],
  ['until 3pm', at('24T20:00')],
  ['UNTIL  3 PM', at('24T20:00')],
  ['3', at('24T20:00')],
  ['until 9:15 am', at('25T14:15')],
  ['until 14:00', at('24T19:00')],
  ['until 12am', at('25T05:00')],
  ['tomorrow', at('25T13:00')],
  ['until tomorrow', at('25T13:00')],
  ['until 13pm', undefined],
  ['until 25', undefined],
  ['0h', undefined],
  ['400h', undefined],
  ['for ever', undefined],
])('/away %s', (text, until) => {
  expect(readAway(text, zone, now)).toEqual(until)
})
