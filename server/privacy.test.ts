import { expect, test } from 'vitest'
import { withoutPersonalData } from './privacy.words.ts'

test.each([
  ['Mail to mary.jones+homes@mail.example.co.uk bounced', 'Mail to [address] bounced'],
  ['call (843) 555-0123 or +1 843.555.0123', 'call [number] or [number]'],
  ["Contact Mary-Ann O'Neill was not found", '[name] was not found'],
  ['GET https://palmetto.example/x?token=abc&email=a@b.co failed', 'GET https://palmetto.example/x failed'],
  [
    'connect postgresql://palmetto:s3cret@db.internal:5432/palmetto',
    'connect postgresql://[removed]@db.internal:5432/palmetto',
  ],
  ['Authorization: Bearer eyJhbGciOi.abc.def', 'Authorization: Bearer [removed]'],
  ['GET /preferences/Zk3_9aQ-b7XhT0 failed', 'GET /preferences/[key] failed'],
  ['GET /sign-up/Zk3_9aQ-b7XhT0 failed', 'GET /sign-up/[key] failed'],
  ['with a \u0000 byte', 'with a  byte'],
])('%s', (text, expected) => {
  expect(withoutPersonalData(text)).toBe(expected)
})

test.each([
  'Property alerts should have run 3 minutes ago and has not.',
  'connect ECONNREFUSED 127.0.0.1:1025',
  '312 homes changed, 87 people get a mail.',
  'run 01M7YERCB0RAG5756A1WYT1SH3 of 2026-11-21T15:15:00.000Z',
])('what tells nothing about a person stays: %s', (text) => {
  expect(withoutPersonalData(text)).toBe(text)
})
