import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitsOf, sameName } from './same-name.ts'

test.each([
  ['Nora Hale', 'nora  HALE'],
  ['Hale, Nora', 'Nora Hale'],
  ['José María O’Neill', "Jose Maria O'Neill"],
  ['Bob Lee', 'Bobby Lee'],
  ['J. Rivera', 'Jorge Rivera'],
  ['Nora Hale', 'Nora Ann Hale'],
  ['Dr. Nora Hale, Jr.', 'Nora Hale'],
])('%s and %s may be one person', (a, b) => {
  expect(sameName(a, b)).toBe(true)
})

test.each([
  ['Nora Hale', 'Sam Hale'],
  ['Nora Hale', 'Nora Rivera'],
  ['Nora', 'Nora Hale'],
  ['', 'Nora Hale'],
  ['—', '—'],
  ['Sam and Nora Hale', 'Tim Hale'],
])('%s and %s are two', (a, b) => {
  expect(sameName(a, b)).toBe(false)
})

const word = fc.stringMatching(/^[a-zé]{2,8}$/)
const name = fc.array(word, { minLength: 2, maxLength: 4 })

test('a name is itself, in whatever order, case and with whatever middle names, and both ways round', () => {
  fc.assert(
    fc.property(name, word, fc.boolean(), (words, middle, shout) => {
      const written = words.join(' ')
      const turned = words.toReversed().join(', ')
      expect(sameName(written, shout ? turned.toUpperCase() : turned)).toBe(true)
      expect(sameName(written, [...words, middle].join(' '))).toBe(true)
    }),
  )
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameName(a, b) === sameName(b, a)))
})

test('a telephone is its ten digits, however it is written', () => {
  expect(['(843) 555-0101', '+1 843.555.0101', '8435550101'].map(digitsOf)).toEqual(Array(3).fill('8435550101'))
  expect([null, '', '555-0101'].map(digitsOf)).toEqual([null, null, null])
})
