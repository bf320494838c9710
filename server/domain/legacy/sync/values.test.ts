import { describe, expect, test } from 'vitest'
import { dateOf } from './date.values.ts'
import { bathsOf, centsOf, numberOf } from './number.values.ts'
import { pointOf, townOf, zipOf } from './place.values.ts'
import { statusOf, subTypeOf } from './status.values.ts'
import { booleanOf, emailOf, findUnstorable, phoneOf, plainText } from './text.values.ts'

describe('what the old system wrote is read as', () => {
  test.each([
    ['$350,000', 35_000_000],
    ['350000.00', 35_000_000],
    [' $ 1,250.50 ', 125_050],
    [350000.1, 35_000_010],
    [{ $numberDecimal: '99.99' }, 9_999],
    [0, null],
    [-5, null],
    ['-5', null],
    ['call for price', null],
    ['350k', null],
    [1e300, null],
    [null, null],
  ])('a price: %o', (value, cents) => expect(centsOf(value)).toBe(cents))

  test.each([
    ['3', 3],
    ['2,140', 2140],
    ['3 BR', 3],
    [' .5', 0.5],
    ['three', null],
    ['', null],
    [Number.NaN, null],
    [{ $numberLong: '9' }, 9],
  ])('a number: %o', (value, number) => expect(numberOf(value)).toBe(number))

  test.each([
    [2.5, { full: 2, half: 1 }],
    ['2.5', { full: 2, half: 1 }],
    [
      { full: 2, half: 1 },
      { full: 2, half: 1 },
    ],
    [{ full: '3' }, { full: 3, half: 0 }],
    [3, { full: 3, half: 0 }],
    ['many', null],
  ])('baths: %o', (value, baths) => expect(bathsOf(value)).toEqual(baths))

  test.each([
    [{ $date: '2026-11-21T20:15:00Z' }, '2026-11-21T20:15:00.000Z'],
    [{ $date: { $numberLong: '-86400000' } }, '1969-12-31T00:00:00.000Z'],
    ['2026-11-21T15:15:00-05:00', '2026-11-21T20:15:00.000Z'],
    ['2026-11-21T20:15:00', '2026-11-21T20:15:00.000Z'],
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['11/21/2026 3:15 PM', '2026-11-21T20:15:00.000Z'],
    ['7/4/2026 12:00 AM', '2026-07-04T04:00:00.000Z'],
    ['7/4/2026', '2026-07-04T04:00:00.000Z'],
    ['11/1/2026 12:30 AM', '2026-11-01T04:30:00.000Z'],
    ['11/1/2026 3:30 AM', '2026-11-01T08:30:00.000Z'],
    ['3/8/2026 3:30 AM', '2026-03-08T07:30:00.000Z'],
    [1_795_292_100, '2026-11-21T20:15:00.000Z'],
    [1_795_292_100_000, '2026-11-21T20:15:00.000Z'],
    ['1795292100', '2026-11-21T20:15:00.000Z'],
  ])('a date: %o', (value, iso) => expect(dateOf(value)?.toISOString()).toBe(iso))

  test.each([
    '13/40/2026',
    '2/30/2026',
    'yesterday',
    '',
    0,
    -1,
    null,
    {},
    { $date: { $numberLong: '8640000000000000' } },
  ])('no date at all: %o', (value) => expect(dateOf(value)).toBeNull())

  test.each([
    ['MT PLEASANT', 'Mount Pleasant', 'mount-pleasant'],
    ['Mt.Pleasant', 'Mount Pleasant', 'mount-pleasant'],
    [' N.  Charleston ', 'North Charleston', 'north-charleston'],
    ['isle OF palms', 'Isle of Palms', 'isle-of-palms'],
    ["SULLIVAN'S ISLAND", "Sullivan's Island", 'sullivans-island'],
    ['mcclellanville', 'McClellanville', 'mcclellanville'],
    ['St Helena Is', 'St. Helena Island', 'st-helena-island'],
  ])('a town: %o', (value, city, citySlug) => expect(townOf(value)).toEqual({ city, citySlug }))

  test.each([
    [29464, '29464'],
    ['29464-1234', '29464'],
    [' 29464 ', '29464'],
    [2134, '02134'],
    ['2946', null],
    ['SC 29464', null],
  ])('a zip code: %o', (value, zip) => expect(zipOf(value)).toBe(zip))

  test('a place: swapped back when only that lies in the state, none when neither does', () => {
    const home = { latitude: 32.83, longitude: -79.82 }
    expect(pointOf(-79.82, 32.83)).toEqual(home)
    expect(pointOf(32.83, -79.82)).toEqual(home)
    expect(pointOf('-79.82', '32.83')).toEqual(home)
    expect(pointOf(0, 0)).toBeNull()
    expect(pointOf(-122.4, 37.8)).toBeNull()
    expect(pointOf(undefined, null)).toBeNull()
  })

  test.each([
    [['Active', 'active', 'ACT', 'A', 'For Sale'], 'Active'],
    [['Under Contract', 'AUC', 'contingent'], 'ActiveUnderContract'],
    [['Pending', 'PEND', 'P'], 'Pending'],
    [['Sold', 'closed', 'CLS', 'S'], 'Closed'],
    [['Withdrawn', 'W/D', 'WDN', 'Off market'], 'Withdrawn'],
    [['Coming Soon', 'CS'], 'ComingSoon'],
    [['Expired', 'EXP'], 'Expired'],
    [['Canceled', 'Cancelled', 'CXL'], 'Canceled'],
    [['Temp Off', ' temp off '], 'Hold'],
    [['Bumpable', 'constructor', '', null], null],
  ])('a status: %o', (words, status) => expect(words.map(statusOf)).toEqual(words.map(() => status)))

  test('a kind of home', () => {
    expect(['SFR', 'house', 'Condo', 'TH', 'Lot', 'Mobile Home', 'castle'].map(subTypeOf)).toEqual([
      ...['SingleFamilyResidence', 'SingleFamilyResidence', 'Condominium', 'Townhouse', 'UnimprovedLand'],
      ...['ManufacturedHome', null],
    ])
  })

  test.each([
    [' ANA@Mail.Test ', 'ana@mail.test'],
    ['none', null],
    ['bob@', null],
    ['a@b', null],
    ['a@b@c.de', null],
    ['a b@c.de', null],
    ['x@y.test\r\nBcc: z@y.test', null],
  ])('an e-mail address: %o', (value, email) => expect(emailOf(value)).toBe(email))

  test.each([
    ['8435550100', '(843) 555-0100'],
    ['843.555.0100', '(843) 555-0100'],
    ['+1 843 555-0100', '(843) 555-0100'],
    [8435550100, '(843) 555-0100'],
    ['555-0100 ext. 4', '555-0100 ext. 4'],
    ['+44 20 7946 0000', '+44 20 7946 0000'],
  ])('a phone: %o', (value, phone) => expect(phoneOf(value)).toBe(phone))

  test('yes and no', () => {
    expect(['Y', 'yes', 1, 'true', true].map(booleanOf)).toEqual([true, true, true, true, true])
    expect(['N', 'no', 0, 'false', false, ''].map(booleanOf)).toEqual([false, false, false, false, false, false])
    expect(['maybe', 7, null, {}].map(booleanOf)).toEqual([null, null, null, null])
  })

  test('remarks: text without tags, entities or NUL', () => {
    expect(plainText('<p>Light &amp; airy.<br/>Dock&nbsp;&#x2F; lift</p>')).toBe('Light & airy.\nDock / lift')
    expect(plainText('Old<script>alert("x")</script> oak, price < 400k & view > 3')).toBe(
      'Old oak, price < 400k & view > 3',
    )
    expect(plainText('A cl\u0000assic &#0;&#xD800;home')).toBe('A classic home')
  })

  test('text that PostgreSQL would refuse is found by its path', () => {
    expect(findUnstorable({ a: [{ b: 'x\u0000' }] })).toBe('a.0.b')
    expect(findUnstorable({ 'k\u0000': 1 })).toBe('k')
    expect(findUnstorable({ a: '\ud800' })).toBe('a')
    expect(findUnstorable({ a: '🏠', b: [1, null] })).toBeNull()
  })
})
