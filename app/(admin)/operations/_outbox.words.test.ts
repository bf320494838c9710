import { expect, test } from 'vitest'
import { outboxHref, readMailId, readState, remedyInWords } from './_outbox.words.ts'

test('what the address of the page says is read again, and nonsense is nothing', () => {
  const mailId = crypto.randomUUID()
  const { searchParams } = new URL(outboxHref({ state: 'failed', mailId }), 'http://x')
  expect(readState(searchParams.get('state'))).toBe('failed')
  expect(readMailId(searchParams.get('mail'))).toBe(mailId)
  expect(outboxHref({ mailId: null })).toBe('/operations/outbox')
  expect(readMailId("1'--")).toBeNull()
})

const dead = { lastError: null, inDoubtSince: null, contactId: null }
test.each([
  ['a mail that may have arrived', { ...dead, inDoubtSince: new Date() }, /Ask before you send it again/],
  ['one that could not be written', { ...dead, lastError: 'Could not be composed: no office' }, /could not write it/],
  [
    'an address that is not there',
    { ...dead, lastError: '550 5.1.1 no such mailbox', contactId: 'c' },
    /on the contact/,
  ],
  ['an account that is not there', { ...dead, lastError: '550 user unknown' }, /ask for a new mail/],
  ['any other refusal', { ...dead, lastError: '554 5.7.1 spam' }, /refused it/],
])('a dead letter says what helps: %s', (_, mail, words) => {
  expect(remedyInWords(mail)).toMatch(words)
})
