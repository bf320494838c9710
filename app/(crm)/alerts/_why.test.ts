import { expect, test } from 'vitest'
import { type Answer, sayWhy } from './_why.words.ts'

const search = { checks: [] }
const told = { searchId: 's', version: 1, kind: 'PriceDrop' as const, at: new Date(), hold: null }
const mail = { id: 'm', sentAt: null, suppressedReason: null }

test.each<[Answer, string, string]>([
  [
    { ...search, answer: 'told', told: { ...told, mail: { ...mail, state: 'sent' } } },
    'Told',
    'A mail told them that it is reduced.',
  ],
  [
    { ...search, answer: 'told', told: { ...told, mail: null } },
    'Told',
    'Another alert of theirs told them that it is reduced.',
  ],
  [
    {
      ...search,
      answer: 'told',
      told: { ...told, mail: { ...mail, state: 'suppressed', suppressedReason: 'bounced' } },
    },
    'Held back',
    'The mail was not sent: mails to their address come back.',
  ],
  [
    { ...search, answer: 'told', told: { ...told, mail: { ...mail, state: 'queued' } } },
    'On its way',
    'A mail that it is reduced is in the outbox.',
  ],
  [
    {
      ...search,
      answer: 'told',
      told: { ...told, at: new Date('2026-05-03T15:00Z'), kind: 'MatchesNow', mail: { ...mail, state: 'sent' } },
    },
    'Told',
    'It was in the first send of May 3, with what fitted then.',
  ],
  [
    { ...search, answer: 'left', at: new Date('2026-05-03T15:00Z') },
    'Left',
    'They left this alert on May 3; it goes on for others.',
  ],
  [{ ...search, answer: 'off', reason: 'ClientDisabled' }, 'Off', 'They switched it off themselves.'],
  [
    { ...search, answer: 'waits', told: { ...told, mail: null }, reason: 'approval', dueAt: null },
    'Waits',
    'It was found, and waits for the word of an agent, under “To approve”.',
  ],
  [
    { ...search, answer: 'dropped', told: { ...told, mail: null }, because: 'skipped' },
    'Not told',
    'It was found, and an agent skipped it.',
  ],
  [
    {
      ...search,
      answer: 'differs',
      checks: [
        { criterion: 'status', asked: 'for sale', has: 'for sale', holds: true },
        { criterion: 'bedrooms', asked: '4 or more', has: '3', holds: false },
        { criterion: 'price', asked: 'up to $300,000', has: '$425,000', holds: false },
      ],
    },
    'Does not fit',
    'Beds: asks 4 or more, has 3, and 1 more.',
  ],
  [
    { ...search, answer: 'not-asked', happened: ['New', 'PriceChange'] },
    'Not asked for',
    'It fits, and all that happened is that it was listed and its price changed.',
  ],
])('%j is said as "%s: %s"', (why, label, says) => {
  expect(sayWhy(why)).toMatchObject({ label, says })
})
