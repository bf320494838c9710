import { expect, test } from 'vitest'
import { nextTry, opensAfter } from './slack.pace.ts'

const now = new Date('2026-11-24T15:00:00Z')
const seconds = (at: Date | null) => at && (at.getTime() - now.getTime()) / 1_000

test.each([
  ['soon at first', { attempts: 1, kind: 'later' }, 2],
  ['later each time', { attempts: 4, kind: 'unknown' }, 20],
  ['never more than a minute apart', { attempts: 500, kind: 'later' }, 60],
  ['as long as Slack says', { attempts: 1, kind: 'later', waitSeconds: 30 }, 30],
  ['a second at least', { attempts: 1, kind: 'later', waitSeconds: 0 }, 1],
  ['a minute for whoever mends the token', { attempts: 1, kind: 'account' }, 60],
  ['and not for ever', { attempts: 1_000, kind: 'later' }, null],
] as const)('a message is tried again %s', (_what, after, wait) => {
  expect(seconds(nextTry(after, now))).toBe(wait)
})

test('a lane opens a second after a message has left it', () => {
  expect(seconds(opensAfter(now))).toBe(1)
})
