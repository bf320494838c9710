import { expect, test } from 'vitest'
import { judgeTally } from './brake.policy.ts'

test.each([
  [{ sent: 199, bounced: 199, complained: 199 }, null],
  [{ sent: 200, bounced: 9, complained: 0 }, null],
  [
    { sent: 200, bounced: 10, complained: 0 },
    '10 of the 200 alerts of the last 24 hours came back (5.0 %; 5 % is the limit).',
  ],
  [{ sent: 1_000, bounced: 0, complained: 2 }, null],
  [
    { sent: 1_000, bounced: 0, complained: 3 },
    '3 of the 1,000 alerts of the last 24 hours were reported as spam (0.3 %; 0.2 % is the limit).',
  ],
  [{ sent: 10_000, bounced: 499, complained: 19 }, null],
  [{ sent: 0, bounced: 0, complained: 0 }, null],
])('%j', (tally, reason) => expect(judgeTally(tally)).toBe(reason))
