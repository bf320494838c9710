import { createMailgunMailer } from '#server/adapters/mail/mailgun.ts'
import { connectDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import { raceTheLeaving } from '#server/testing/races.ts'
import { startMailgunPeer } from '#world/mailgun/peer.ts'

/** The races in a process of their own: mails are composed by JSX, which only a bundle can run. */
const count = Number(process.argv[2])
const peer = await startMailgunPeer({ port: 0 })
const { apiKey, domain, url: baseUrl } = peer
const db = connectDb(env.DATABASE_URL, 24)
const mailer = createMailgunMailer({ apiKey, domain, baseUrl, from: 'a@palmetto.test' })
const tally = await raceTheLeaving({ db, peer, mailer, count, seed: 11 })
process.stdout.write(JSON.stringify(tally))
await db.$disconnect()
await peer.stop()
