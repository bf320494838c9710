import { describe, expect, test } from 'vitest'
import type { StreamResult } from './run.ts'
import { syncInWords } from './run.words.ts'

const aResult = (over: Partial<StreamResult> = {}): StreamResult => ({
  stream: 'listings',
  ...{
    read: 0,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    quarantined: 0,
    resolved: 0,
    unreachable: 0,
    waiting: 0,
    grown: 0,
  },
  ...{ canFollow: true, drift: [], over: [], leftToAnother: false },
  ...over,
})

describe('the words of a sync', () => {
  test('add up what all streams did', () => {
    const listings = aResult({ read: 4_002, inserted: 3_950, updated: 12, quarantined: 40, waiting: 40, grown: 40 })
    const contacts = aResult({ read: 10, quarantined: 10, resolved: 2, waiting: 10, grown: 8 })
    expect(syncInWords([listings, contacts])).toMatchObject({
      words: '4,012 read: 3,950 new, 12 changed, 50 quarantined; 2 let out of quarantine',
      outcome: 'warning',
      counts: { read: 4_012, waiting: 50 },
    })
  })

  test('name fields that nobody has seen before, and turn red when one reason puts too many aside', () => {
    expect(syncInWords([aResult({ drift: ['hoa (number)'] })])).toMatchObject({
      words: 'Nothing changed in the old system; fields nobody has seen before: listings.hoa (number)',
      outcome: 'warning',
    })
    expect(syncInWords([aResult({ over: [{ reason: 'invalid-price', count: 1_200 }] })])).toMatchObject({
      words: 'Nothing changed in the old system; 1,200 aside for one reason: no usable price',
      outcome: 'bad',
    })
  })

  test('say when a collection can not be followed', () => {
    expect(syncInWords([aResult({ canFollow: false })])).toMatchObject({
      words: 'Nothing changed in the old system; listings has no index on updatedAt, so only the walk reads it',
      outcome: 'warning',
    })
  })

  test('are plain when nothing happened', () => {
    expect(syncInWords([aResult()])).toMatchObject({ words: 'Nothing changed in the old system', outcome: 'good' })
    expect(syncInWords([aResult({ waiting: 7 })]).outcome).toBe('good')
    expect(syncInWords([aResult({ leftToAnother: true })]).words).toContain('another run was at work')
  })

  test('say how many documents no date leads to: they are left to the walk', () => {
    expect(syncInWords([aResult({ unreachable: 6 })])).toMatchObject({
      words: 'Nothing changed in the old system; 6 without a usable date are left to the walk',
      outcome: 'good',
    })
  })
})
