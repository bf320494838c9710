import { expect, test } from 'vitest'
import { delayInWords } from './delay.words.ts'

const MINUTE = 60_000
const home = { kind: 'New' }

test.each([
  [{ delayMs: 4 * MINUTE, homes: [home] }, 'Sent 4 minutes after this home reached us.'],
  [{ delayMs: 40_000, homes: [{ kind: 'PriceDrop' }] }, 'Sent 40 seconds after this change reached us.'],
  [{ delayMs: 14 * MINUTE, homes: [home, home] }, 'Sent within 14 minutes of these changes reaching us.'],
  [{ delayMs: -5_000, homes: [home] }, 'Sent 1 second after this home reached us.'],
  [{ delayMs: 26 * 60 * MINUTE, homes: [home] }, 'Sent 26 hours after this home reached us.'],
])('the mail says how fast it was, and does not flatter (%#)', (told, words) => expect(delayInWords(told)).toBe(words))
