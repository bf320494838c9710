import { expect, test } from 'vitest'
import { clockInWords } from './_streams.words.ts'

const NOON = new Date('2026-11-20T17:00:00Z')
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000)

test('two clocks that tell the same time are no news; how far one is off is', () => {
  expect(clockInWords({ startedAt: NOON, sourceTime: at(29) })).toBeNull()
  expect(clockInWords({ startedAt: NOON, sourceTime: null })).toBeNull()
  expect(clockInWords({ startedAt: NOON, sourceTime: at(250) })).toBe('its clock was 4m 10s ahead of ours')
  expect(clockInWords({ startedAt: NOON, sourceTime: at(-60) })).toBe('its clock was 1m 0s behind ours')
})
