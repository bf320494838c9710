import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemory } from './memory.ts'

test('the last keys are known, and those before twice as many others are forgotten', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 20 }), (keys, most) => {
      const memory = createMemory(most)
      for (const key of keys) memory.add(key)
      expect(keys.slice(-most).every(memory.has)).toBe(true)
      expect(keys.slice(0, Math.max(0, keys.length - 2 * most)).some(memory.has)).toBe(false)
    }),
  )
})
