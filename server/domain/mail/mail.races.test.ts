import { expect, test } from 'vitest'
import { createMailgunMailer } from '#server/adapters/mail/mailgun.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { raceTheLeaving } from '#server/testing/races.ts'
import { startMailgunPeer } from '#world/mailgun/peer.ts'

test('who has been told "no more mails" while theirs was on its way out gets none', async () => {
  const { db, close } = await ownDatabase()
  const peer = await startMailgunPeer({ port: 0 })
  const { apiKey, domain, url: baseUrl } = peer
  const mailer = createMailgunMailer({ apiKey, domain, baseUrl, from: 'a@palmetto.test' })
  const { raced, taken, late } = await raceTheLeaving({ db, peer, mailer, count: 60, seed: 7 })
  expect(raced).toBe(60)
  expect(late).toBe(0)
  // Both ends of the race were run: some left in time, some did not.
  expect(taken).toBeGreaterThan(0)
  expect(taken).toBeLessThan(60)
  await peer.stop()
  await close()
})
