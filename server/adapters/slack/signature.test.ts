import { expect, test } from 'vitest'
import { checkSignature, signatureOf } from './signature.ts'

const secret = '8f742231b10e8888abcd99yyyzzz85a5'
const timestamp = '1531420618'
// The example of Slack's own documentation.
const body =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'
const at = (seconds: number) => new Date((Number(timestamp) + seconds) * 1_000)
const good = { body, timestamp, signature }

test.each([
  ['as Slack signs it', good, 0, 'good'],
  ['five minutes later', good, 300, 'good'],
  ['from a clock that goes ahead', good, -300, 'good'],
  ['a second too old', good, 301, 'old'],
  ['from too far ahead', good, -301, 'old'],
  ['another body', { ...good, body: `${body}&text=x` }, 0, 'wrong'],
  ['another time', { ...good, timestamp: '1531420619' }, 0, 'wrong'],
  ['one digit less', { ...good, signature: signature.slice(0, -1) }, 0, 'wrong'],
  ['another version', { ...good, signature: signature.replace('v0', 'v1') }, 0, 'wrong'],
  ['no time', { ...good, timestamp: null }, 0, 'unsigned'],
  ['no signature', { ...good, signature: null }, 0, 'unsigned'],
] as const)('%s', (_what, signed, seconds, verdict) => {
  expect(checkSignature(signed, secret, at(seconds))).toBe(verdict)
})

test('a time that is no number is old, however well it is signed', () => {
  const signed = { body, timestamp: 'now', signature: signatureOf(secret, 'now', body) }
  expect(checkSignature(signed, secret, at(0))).toBe('old')
})
