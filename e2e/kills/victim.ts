import { openMailer } from '#server/adapters/mail/open-mailer.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { sendTo } from './facts-sink.ts'
import { playRound } from './round.ts'

/** A process that plays one round and dies at PALMETTO_FAILPOINT on the way. */
const [run = '', slot = ''] = process.argv.slice(2)
const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: env.LEGACY_MONGO_DATABASE })
const mailer = openMailer(env)
const send = sendTo(env.INNGEST_BASE_URL)

await playRound({ db, legacy, mailer, send, now: () => new Date() }, { run, slot: new Date(slot) })

mailer.close()
await legacy.close()
await db.$disconnect()
