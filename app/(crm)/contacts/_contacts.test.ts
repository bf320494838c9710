import { expect, test } from 'vitest'
import { checkContact } from './_contact-check.ts'
import { contactDraftOf, emptyContact } from './_contact-form.ts'
import { refsOf } from './_facts.ts'
import { readFilters } from './_filters.ts'
import { patternInWords } from './_verdicts.words.ts'

test('the form gives the server what it takes, with nothing where nothing was typed', () => {
  const draft = { ...emptyContact, fullName: ' Ann Lee ', email: ' Ann@Example.com ' }
  expect(checkContact(draft).contact).toMatchObject({
    ...{ fullName: 'Ann Lee', email: 'ann@example.com', phone: null, source: null, stage: 'lead' },
  })
})

test('each field says what to do', () => {
  expect(checkContact({ ...emptyContact, email: 'ann@' })).toEqual({
    contact: null,
    problems: { fullName: 'Give the contact a name.', email: 'Write it like name@example.com.' },
  })
})

test('a contact without a phone opens as an empty field, not as a word', () => {
  const agent = { id: 'a', fullName: 'Miles Ravenel', email: 'm@example.com', phone: null, title: null }
  const contact = {
    ...{ id: 'c', fullName: 'Ann Lee', email: null, phone: null, source: null, stage: 'client' as const },
    ...{ agent, office: { id: 'o', name: 'Charleston' }, mails: [], createdAt: new Date(), updatedAt: new Date() },
  }
  expect(contactDraftOf(contact)).toEqual({
    ...{ fullName: 'Ann Lee', email: '', phone: '', source: '', stage: 'client', agentId: 'a' },
  })
})

test('what rejected homes have in common is told with the count, or the count alone', () => {
  expect(patternInWords({ rejected: 9, shown: 11, reasons: ['lot too small'] })).toBe('Rejected 9 of 11: lot too small')
  expect(patternInWords({ rejected: 4, shown: 9, reasons: [] })).toBe('Rejected 4 of 9')
})

test('what an address or an old fact holds is taken only when it makes sense', () => {
  expect(readFilters(new URLSearchParams('q=%20ann&stage=king&agentId=7'))).toEqual({ q: 'ann' })
  const mailId = crypto.randomUUID()
  expect(refsOf({ mailId, other: 1 })).toEqual({ mailId })
  for (const odd of [null, 'x', { mailId: 'javascript:alert(1)' }]) expect(refsOf(odd)).toEqual({})
})
