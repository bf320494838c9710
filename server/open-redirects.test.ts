import { expect, test } from 'vitest'
import { authOptions } from '#server/auth/next-auth.ts'
import { db } from '#server/db.ts'
import { answerUnsubscribe, showChoices } from '#server/domain/alerts/unsubscribe.http.ts'
import { ELSEWHERE } from '#server/testing/elsewhere.ts'

const OWN = 'http://localhost:3000'
const token = () => crypto.randomUUID().replaceAll('-', '')

/** Where an answer leads; our own place when it leads nowhere. */
const placeOf = (response: Response, from: string) => new URL(response.headers.get('location') ?? '/', from).origin

async function anAddress() {
  const key = token()
  await db.mailAddress.create({ data: { email: `${key}@example.test`, token: key } })
  return key
}

test('forty shapes are forty', () => expect(new Set(ELSEWHERE).size).toBe(40))

test.each(ELSEWHERE)('an unsubscribe link with %j in it leads nowhere else', async (elsewhere) => {
  const key = await anAddress()
  const queries = ['from-page', 'next', 'url', 'redirect', 'callbackUrl'].map((name) => [name, elsewhere])
  for (const secret of [key, elsewhere, `${key}${elsewhere}`, encodeURIComponent(elsewhere)]) {
    const url = `${OWN}/api/unsubscribe/${encodeURIComponent(secret)}?${new URLSearchParams(queries)}`
    const shown = showChoices(secret)
    const answered = await answerUnsubscribe(db, new Request(url, { method: 'POST' }), secret)
    for (const response of [shown, answered]) {
      expect(placeOf(response, url)).toBe(OWN)
      expect(response.headers.get('location') ?? `/preferences/${key}`).toMatch(
        new RegExp(`^/preferences/${key}\\b(?!.*elsewhere)`),
      )
    }
  }
})

test.each(ELSEWHERE)('signing in or out with callbackUrl=%j leads to our own door', async (elsewhere) => {
  const { redirect } = authOptions.callbacks ?? {}
  expect(await redirect?.({ url: elsewhere, baseUrl: OWN })).toBe(OWN)
  expect(await redirect?.({ url: `${OWN}${elsewhere}`, baseUrl: elsewhere })).toBe(OWN)
})
