import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from './card.words.ts'

test.each([
  ['<!channel> sale', '&lt;!channel&gt; sale'],
  ['<@U123>', '&lt;@U123&gt;'],
  ['Smith & Sons', 'Smith &amp; Sons'],
  ['<https://evil.example|Palmetto>', '&lt;https://evil.example|Palmetto&gt;'],
])('%s wakes nobody, and leads nowhere', (text, shown) => {
  expect(plain(text)).toBe(shown)
})

test('whatever people write, Slack reads no sign of its own in it, and a reader sees what they wrote', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const shown = plain(text)
      expect(shown).not.toMatch(/[<>]/)
      // A sign of style stands between joiners: it neither begins nor ends a word for Slack.
      expect(shown).not.toMatch(/(?<!\u2060)[*_~`]/)
      const read = shown
        .replaceAll('\u2060', '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
      expect(read).toBe(text.replaceAll('\u2060', ''))
    }),
  )
})
