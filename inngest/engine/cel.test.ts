import { describe, expect, test } from 'vitest'
import { checkExpression, evaluate, holds } from './cel.ts'

const event = { data: { price: 5, name: 'Ann', none: null, tags: ['a', 'b'], deep: { n: 2 } } }

describe('an expression', () => {
  test.each([
    ['event.data.price > 4 && event.data.name == "Ann"', true],
    ['event.data.price + 1 == 6', true],
    ['event.data.price * 2 - 1 == 9', true],
    ["event.data['name'] == 'Ann'", true],
    ["'a' in event.data.tags", true],
    ['event.data.tags.exists(tag, tag == "b")', true],
    ['event.data.name.startsWith("An")', true],
    ['event.data.deep.n', 2],
    ['event.data.name', 'Ann'],
    ['event.data.deep', { n: 2 }],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, { event })).toEqual(value)
  })
})

describe('a field that is missing reads as null', () => {
  test.each([
    ['event.data.missing == null', true],
    ["event.data.missing != 'x'", true],
    ["event.data.missing == 'x'", false],
    ["event.data['missing'] == null", true],
    ['event.data.missing == event.data.absent', true],
    ['has(event.data.missing)', false],
    ['has(event.data.missing) || event.data.absent == 1', false],
    ["event.data.missing == 'x' || event.data.price == 5", true],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, { event })).toBe(value)
  })
})

test('what cannot be computed is no match, and a value that is not true is none either', () => {
  for (const expression of ['event.data.missing > 4', 'event.data.name > 4', 'event.data.none.x == 1', 'nobody == 1']) {
    expect(evaluate(expression, { event })).toBeNull()
    expect(holds(expression, { event })).toBe(false)
  }
  expect(holds('event.data.price', { event })).toBe(false)
  expect(holds(undefined, { event })).toBe(true)
})

test('the arriving event is compared with the one that started the run', () => {
  const async = { data: { lead: 'L1' } }
  expect(holds('event.data.lead == async.data.lead', { event: { data: { lead: 'L1' } }, async })).toBe(true)
  expect(holds('event.data.lead == async.data.lead', { event: { data: { lead: 'L2' } }, async })).toBe(false)
})

test('an expression that cannot be read is refused', () => {
  expect(() => checkExpression('event.data.x ==')).toThrow()
})
