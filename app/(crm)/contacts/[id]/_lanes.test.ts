import { expect, test } from 'vitest'
import { laneInWords, type Mark, markInWords, placeOf } from './_lanes.words.ts'

const at = new Date('2026-11-21T12:00:00Z')
const listingId = crypto.randomUUID()

test.each<[Mark, string]>([
  [{ kind: 'mail', at, mailId: 'm', homes: 1, became: 'sent' }, 'Mail with 1 home'],
  [{ kind: 'mail', at, mailId: 'm', homes: 3, became: 'clicked' }, 'Mail with 3 homes, a link was followed'],
  [
    { kind: 'held', at, listingId, homes: 2, reason: 'approval', state: 'waiting', because: null },
    '2 homes found, waiting for your word',
  ],
  [
    { kind: 'held', at, listingId, homes: 1, reason: 'approval', state: 'dropped', because: 'not-approved' },
    '1 home found, not told: nobody approved it in time',
  ],
  [{ kind: 'verdict', at, listingId, street: '3 Osprey Court', verdict: 'Discard' }, 'Said no to 3 Osprey Court'],
  [{ kind: 'version', at, version: 2, summary: 'Homes anywhere' }, 'Changed: Homes anywhere'],
])('a mark says what it stands for', (mark, words) => {
  expect(markInWords(mark)).toBe(words)
})

test('what lies outside of the picture stands at its edge', () => {
  const picture = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-11T00:00:00Z') }
  expect([-5, 0, 5, 30].map((days) => placeOf(new Date(picture.from.getTime() + days * 86_400_000), picture))).toEqual([
    0, 0, 0.5, 1,
  ])
})

test('a lane says how many mails it holds, and that it rests', () => {
  const lane = { searchId: 's', name: 'n', activeYN: true, pause: null, marks: [] }
  expect(laneInWords(lane)).toBe('no mail')
  expect(laneInWords({ ...lane, activeYN: false })).toBe('off, no mail')
  expect(laneInWords({ ...lane, pause: { from: at, to: new Date(Date.now() + 1e6) } })).toBe('paused, no mail')
})
