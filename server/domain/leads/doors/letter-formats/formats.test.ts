import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Letter, readLetter } from '#server/adapters/mail/read-letter.ts'
import { LETTERS, passedOnLetter, someLetter } from '#world/leads/letters.ts'
import { LETTER_FORMATS } from './formats.ts'
import { parseXml } from './xml.ts'

const nora = { name: 'Nora Hale', email: 'nora@buyer.example', phone: '(843) 555-0188', mls: '26004711' }

async function open(mime: string): Promise<Letter> {
  const letter = await readLetter(new Uint8Array(Buffer.from(mime)))
  if (!letter) throw new Error('no mail')
  return letter
}
const takersOf = (letter: Letter) => LETTER_FORMATS.filter(({ read }) => read(letter) !== null).map(({ id }) => id)
const draftIn = async (mime: string) => {
  const letter = await open(mime)
  return LETTER_FORMATS.map(({ read }) => read(letter)).find((draft) => draft !== null) ?? null
}

const WHO = { fullName: 'Nora Hale', email: 'nora@buyer.example', phone: '(843) 555-0188' }
const PLACE = { citySlug: 'mount-pleasant', postalCode: '29464' }

describe.each(Object.entries(LETTERS))('a mail written as %s', (id, write) => {
  test('is taken by that format and by no other', async () => {
    expect(takersOf(await open(write(nora)))).toEqual([id])
  })
})

test.each([
  [
    'labelled-lines',
    {
      ...{ ...PLACE, home: '26004711', priceCents: 42_500_000, leadType: 'Buyer', address: '12 Oak Street' },
      message: 'Is the dock deep enough?\nWe would come on Saturday.\n\nPrice is no matter.',
    },
  ],
  ['html-table', { ...PLACE, wants: 'Showing', message: 'Could we see it on Sunday?\nWe are four & a dog.' }],
  [
    'html-pairs',
    {
      ...{ leadType: 'Seller', propertySubType: 'Townhouse', priceCents: 35_000_000 },
      message: 'What could we get for ours?',
    },
  ],
  [
    'json-ld',
    {
      ...{ ...PLACE, wants: 'Question', home: '26004711', priceCents: 42_500_000, latitude: 32.8, longitude: -79.9 },
      ...{ propertySubType: 'SingleFamilyResidence', message: 'Is there a flood policy?' },
    },
  ],
  [
    'lead-xml',
    {
      ...{ ...PLACE, home: '26004711', leadType: 'Buyer', priceCents: 42_500_000, propertySubType: 'Condominium' },
      message: 'Two of us & a boat, <b>soon</b>.',
    },
  ],
  ['forwarded', { home: '26004711', message: 'Is the dock deep enough?' }],
] as const)('%s: who they are, and what they want', async (id, wanted) => {
  expect(await draftIn(LETTERS[id](nora))).toMatchObject({ ...WHO, ...wanted })
})

test('a client who wrote themselves, and whose mail was passed on, is the lead; the agent who did it is not', async () => {
  expect(await draftIn(passedOnLetter(nora))).toMatchObject({
    ...{ fullName: 'Nora Hale', email: 'nora@buyer.example', phone: null },
    message: 'Dear Ann,\nwe are looking for a house near the water.',
  })
})

test.each([
  ['Shall we meet at noon?\n\nBest: Sam'],
  ['Re: your offer\nPrice: too high\nCall me, Sam'],
  ['---------- Forwarded message ---------\nnothing below'],
  ['<adf><prospect>'],
  [''],
])('a mail that is no lead is left to a human: %j', async (body) => {
  expect(takersOf(await open(someLetter(body)))).toEqual([])
})

const bits = fc.constantFrom(
  ...[
    'Name: A',
    'Email: a@b.example',
    'Phone: 8435550100',
    'Message:',
    '\n',
    '<tr>',
    '</tr>',
    '<td>Name',
    '</td><td>',
    '<br>',
  ],
  ...['<adf>', '</adf>', '<prospect>', '<script type="application/ld+json">', '{"@type":"AskAction"', '}', '</script>'],
  ...[
    '---------- Forwarded message ---------',
    'From: X <x@y.example>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '&#0;',
    '&amp;',
    '\0',
  ],
)
const soup = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(bits, { maxLength: 30 }).map((each) => each.join('\n')),
)
const aLetter: fc.Arbitrary<Letter> = fc.record({
  messageId: fc.constant(null),
  ...{ fromName: fc.string(), from: fc.string(), subject: fc.string(), text: soup, html: soup, htmlText: soup },
  files: fc.array(fc.record({ name: fc.constantFrom('a.xml', 'b.txt'), type: fc.constant('text/xml'), text: soup }), {
    maxLength: 2,
  }),
  letters: fc.constant([]),
  isAutomatic: fc.constant(false),
})

test('whatever stands in a mail, no format throws, and at most one takes it', () => {
  fc.assert(
    fc.property(aLetter, (letter) => {
      expect(takersOf(letter).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 400 },
  )
})

test('XML that is never closed, nests without end or brings entities of its own is not followed', () => {
  expect(parseXml('<a>'.repeat(10_000))).toBeNull()
  expect(parseXml('<a><b></a></b>')).toBeNull()
  const lol = parseXml('<!DOCTYPE x [<!ENTITY lol "haha">]><adf>&lol;&amp;</adf>')
  expect(lol?.children[0]?.text).toContain('&lol;&')
})
